//! Signals and memos of one machinery: Leptos's own have code of their own for every type that they hold. Here the graph knows
//! only that something has changed, and the value stands beside it.

use crate::browser::leaves;
use leptos::prelude::*;
use leptos::reactive::graph::ToAnySubscriber;
use send_wrapper::SendWrapper;
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

/// A value that event handlers write and everything that reads it follows.
pub(crate) struct State<T> {
    value: StoredValue<Rc<dyn Any>, LocalStorage>,
    changed: Trigger,
    kind: PhantomData<fn() -> T>,
}

/// A value that follows from others, computed once however many read it, and only where somebody does.
pub(crate) struct Derived<T> {
    memo: Memo<SendWrapper<Rc<dyn Any>>>,
    kind: PhantomData<fn() -> T>,
}

impl<T: 'static> State<T> {
    /// Starts with `value`; lives as long as the owner it is made under.
    pub(crate) fn new(value: T) -> Self {
        let value: Rc<dyn Any> = Rc::new(RefCell::new(value));
        Self { value: StoredValue::new_local(value), changed: Trigger::new(), kind: PhantomData }
    }

    /// Reads the value, and is done again when it changes.
    pub(crate) fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Reads the value as it is.
    pub(crate) fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&cell(&self.value.get_value()).borrow())
    }

    /// A copy, and done again when it changes.
    pub(crate) fn get(&self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy as it is.
    pub(crate) fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Another value.
    pub(crate) fn set(&self, value: T) {
        self.update(|before| *before = value);
    }

    /// Changes the value where it stands.
    pub(crate) fn update(&self, change: impl FnOnce(&mut T)) {
        // What belongs to a piece of the page that is gone may still be told of its last events.
        let Some(value) = self.value.try_get_value() else { return };
        change(&mut cell(&value).borrow_mut());
        self.changed.notify();
    }

    /// Follows the value without reading it.
    pub(crate) fn track(&self) {
        self.changed.track();
    }
}

impl<T: PartialEq + 'static> Derived<T> {
    /// Follows what `work` reads; `work` is given what it gave before. What equals that tells nobody.
    pub(crate) fn new(work: impl Fn(Option<&T>) -> T + 'static) -> Self {
        let step = move |before: Option<Rc<dyn Any>>| -> Rc<dyn Any> {
            let known = before.as_deref().and_then(|before| before.downcast_ref::<T>());
            let now = work(known);
            match (&before, known) {
                (Some(before), Some(known)) if *known == now => before.clone(),
                _ => Rc::new(now),
            }
        };
        Self { memo: memo(Box::new(step)), kind: PhantomData }
    }
}

impl<T: 'static> Derived<T> {
    /// Reads the value, and is done again when it changes.
    pub(crate) fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        let value = shared(self.memo);
        read(known(&value))
    }

    /// Reads the value as it is.
    pub(crate) fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        untrack(|| self.with(read))
    }

    /// A copy, and done again when it changes.
    pub(crate) fn get(&self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy as it is.
    pub(crate) fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Follows the value without reading it.
    pub(crate) fn track(&self) {
        self.memo.track();
    }
}

type Step = Box<dyn Fn(Option<Rc<dyn Any>>) -> Rc<dyn Any>>;

fn memo(step: Step) -> Memo<SendWrapper<Rc<dyn Any>>> {
    let step = SendWrapper::new(step);
    let memo = ArcMemo::new_with_compare(
        move |before: Option<&SendWrapper<Rc<dyn Any>>>| {
            SendWrapper::new(step(before.map(|before| Rc::clone(before))))
        },
        |before, now| match (before, now) {
            (Some(before), Some(now)) => !Rc::ptr_eq(before, now),
            _ => true,
        },
    );
    leaves(memo.to_any_subscriber());
    memo.into()
}

fn shared(memo: Memo<SendWrapper<Rc<dyn Any>>>) -> Rc<dyn Any> {
    memo.with(|value| Rc::clone(value))
}

fn cell<T: 'static>(value: &Rc<dyn Any>) -> &RefCell<T> {
    known(value)
}

/// What is put into a state or a memo has the type that this is asked for.
fn known<T: 'static>(value: &Rc<dyn Any>) -> &T {
    match value.downcast_ref() {
        Some(value) => value,
        None => unreachable!("a value of another type than it was put there with"),
    }
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}
