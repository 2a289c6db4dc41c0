//! Undo and redo of whole states.

/// More changes than this are not remembered.
const MOST: usize = 500;

/// A state, those before it and those that were undone.
#[derive(Clone, Debug, PartialEq)]
pub struct History<T> {
    before: Vec<T>,
    now: T,
    undone: Vec<T>,
    /// What is in hand: a drag, or typing in one box.
    hand: Option<usize>,
}

impl<T: Clone + PartialEq> History<T> {
    /// Begins with a state.
    #[must_use]
    pub fn new(now: T) -> Self {
        Self { before: Vec::new(), now, undone: Vec::new(), hand: None }
    }

    /// The state.
    #[must_use]
    pub fn now(&self) -> &T {
        &self.now
    }

    /// The state before the last change, from which it can be replayed.
    #[must_use]
    pub fn before(&self) -> Option<&T> {
        self.before.last()
    }

    /// Changes the state. Changes of the same thing in hand are one, until [`History::settle`]; one that ends where it
    /// began is none.
    pub fn change(&mut self, next: T, hand: Option<usize>) {
        if next == self.now {
            return;
        }
        if hand.is_some() && hand == self.hand {
            self.now = next;
            if self.before.last() == Some(&self.now) {
                self.before.pop();
                self.hand = None;
            }
            return;
        }
        if self.before.len() == MOST {
            self.before.remove(0);
        }
        self.before.push(std::mem::replace(&mut self.now, next));
        self.undone.clear();
        self.hand = hand;
    }

    /// Lets go of what is in hand: the next change is another one.
    pub fn settle(&mut self) {
        self.hand = None;
    }

    /// Takes the last change back; false where there is none.
    pub fn undo(&mut self) -> bool {
        self.hand = None;
        let Some(state) = self.before.pop() else { return false };
        self.undone.push(std::mem::replace(&mut self.now, state));
        true
    }

    /// Makes the last change again that was taken back; false where there is none.
    pub fn redo(&mut self) -> bool {
        self.hand = None;
        let Some(state) = self.undone.pop() else { return false };
        self.before.push(std::mem::replace(&mut self.now, state));
        true
    }

    /// True where there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// True where there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}
