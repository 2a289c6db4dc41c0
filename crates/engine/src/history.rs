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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Clone, Debug)]
    enum Act {
        Change(u8, Option<usize>),
        Settle,
        Undo,
        Redo,
    }

    fn acts() -> impl Strategy<Value = Vec<Act>> {
        let act = prop_oneof![
            4 => (0..4_u8, prop::option::of(0..2_usize)).prop_map(|(to, hand)| Act::Change(to, hand)),
            1 => Just(Act::Settle),
            2 => Just(Act::Undo),
            2 => Just(Act::Redo),
        ];
        prop::collection::vec(act, 0..60)
    }

    fn lived(acts: &[Act]) -> History<u8> {
        let mut history = History::new(0);
        for act in acts {
            match act {
                Act::Change(to, hand) => history.change(*to, *hand),
                Act::Settle => history.settle(),
                Act::Undo => drop(history.undo()),
                Act::Redo => drop(history.redo()),
            }
        }
        history.settle();
        history
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn redo_after_undo_is_the_identity(acts in acts(), times in 0..70_usize) {
            let start = lived(&acts);
            let mut history = start.clone();
            let undone = (0..times).filter(|_| history.undo()).count();
            prop_assert!(undone == times || *history.now() == 0 && !history.can_undo());
            for _ in 0..undone {
                prop_assert!(history.redo());
            }
            prop_assert_eq!(history, start);
        }

        #[test]
        fn no_step_leads_nowhere(acts in acts()) {
            let mut history = lived(&acts);
            loop {
                let now = *history.now();
                if !history.undo() {
                    break;
                }
                prop_assert_ne!(now, *history.now());
            }
        }
    }

    #[test]
    fn a_drag_is_one_change() {
        let mut history = History::new(0);
        for value in 1..30 {
            history.change(value, Some(1));
        }
        history.change(30, Some(2));
        assert_eq!(history.before(), Some(&29));
        assert!(history.undo() && *history.now() == 29);
        assert_eq!((history.undo(), *history.now(), history.can_undo()), (true, 0, false));
        history.redo();
        history.change(7, Some(1));
        history.settle();
        history.change(8, Some(1));
        assert!(!history.can_redo() && history.undo() && *history.now() == 7);
        assert!(history.undo() && *history.now() == 29);
    }

    #[test]
    fn a_drag_back_to_where_it_began_is_none() {
        let mut history = History::new(0);
        for value in [1, 2, 0] {
            history.change(value, Some(1));
        }
        assert!(!history.can_undo());
        history.change(5, Some(1));
        assert!(history.undo() && *history.now() == 0);
    }

    #[test]
    fn memory_ends() {
        let mut history = History::new(0);
        (1..2_000).for_each(|value| history.change(value, None));
        let mut steps = 0;
        while history.undo() {
            steps += 1;
        }
        assert_eq!((steps, *history.now()), (500, 1_499));
    }
}
