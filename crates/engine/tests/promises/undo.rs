//! Undo and redo of whole states.

use crate::always::always;
use engine::History;
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

#[test]
fn redo_after_undo_is_the_identity() {
    always(256, (acts(), 0..70_usize), |(acts, times)| {
        let start = lived(&acts);
        let mut history = start.clone();
        let undone = (0..times).filter(|_| history.undo()).count();
        assert!(undone == times || *history.now() == 0 && !history.can_undo());
        for _ in 0..undone {
            assert!(history.redo());
        }
        assert_eq!(history, start);
    });
}

#[test]
fn no_step_leads_nowhere() {
    always(256, acts(), |acts| {
        let mut history = lived(&acts);
        loop {
            let now = *history.now();
            if !history.undo() {
                break;
            }
            assert_ne!(now, *history.now());
        }
    });
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
