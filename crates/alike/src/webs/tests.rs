//! Whatever a function does, each value is read where it was read before.

use super::Webs;
use crate::{alike, flow, read::Wasm};
use proptest::collection::vec;
use proptest::prelude::{any, proptest};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::{BlockType, CodeSection, Function, FunctionSection, Module, TypeSection, ValType};
use wasmparser::Validator;

/// Two parameters and ten locals of two types.
const TYPES: [ValType; 12] = {
    let (a, b) = (ValType::I32, ValType::F64);
    [a, b, a, a, a, a, a, a, b, b, b, b]
};

proptest! {
    #[test]
    fn each_value_is_read_where_it_was(program in vec(any::<u8>(), 0..300), other in vec(any::<u8>(), 0..300)) {
        let before = module([&program, &other]);
        Validator::new().validate_all(&before).unwrap();
        let after = alike(&before).unwrap();
        Validator::new().validate_all(&after).unwrap();
        assert_eq!(sources(&before), sources(&after));
    }
}

#[test]
fn a_value_that_is_read_no_more_leaves_its_place() {
    // Two webs of one local, and one beside the first.
    let web = |program: &[u8]| Webs::of(&Wasm::read(&module([program, &[]])).unwrap().functions[0]).unwrap();
    let webs = web(&[0, 0, 0, 0, 1, 3, 0, 0, 0, 0, 1, 4]);
    assert_eq!(webs.of_uses, [0, 1, 1, 2, 0, 3, 3, 4]);
    assert_eq!(webs.locals, [0, 2, 3, 2, 4]);
    assert!(!webs.fit[0].contains(&2) && webs.fit[1].contains(&0));
    assert!(webs.apart[1].contains(&0) && !webs.apart[1].contains(&3));
}

fn module(programs: [&[u8]; 2]) -> Vec<u8> {
    let (mut types, mut functions, mut code) =
        (TypeSection::new(), FunctionSection::new(), CodeSection::new());
    types.ty().function(TYPES[..2].to_vec(), []);
    for program in programs {
        functions.function(0);
        code.function(&function(program));
    }
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&code);
    module.finish()
}

/// Each statement is a byte that says which, and those that say of what.
fn function(program: &[u8]) -> Function {
    let mut function = Function::new_with_locals_types(TYPES[2..].iter().copied());
    let (mut bytes, mut open) = (program.iter().copied(), Vec::new());
    while let Some(statement) = bytes.next() {
        let mut one_of = |most: usize| usize::from(bytes.next().unwrap_or_default()) % most;
        let mut sink = function.instructions();
        let number = [0, 2, 3, 4, 5, 6, 7][one_of(7).min(6)];
        let depth = |depth: usize| u32::try_from(depth).unwrap();
        match statement % 9 {
            0 => {
                let to = [2, 2, 2, 3, 4, 5, 6, 7][one_of(8)];
                sink.local_get(number).local_set(to)
            }
            1 => {
                let to = [0, 2, 3, 4][one_of(4)];
                sink.local_get(number).local_tee(to).drop()
            }
            2 => {
                let [from, to] = [one_of(5), one_of(5)].map(|at| [1, 8, 9, 10, 11][at]);
                sink.local_get(from).local_set(to)
            }
            3 => {
                open.push(false);
                sink.block(BlockType::Empty)
            }
            4 => {
                open.push(false);
                sink.loop_(BlockType::Empty)
            }
            5 => {
                open.push(true);
                sink.local_get(number).if_(BlockType::Empty)
            }
            6 => match open.pop() {
                Some(true) if one_of(2) == 0 => {
                    open.push(false);
                    sink.else_()
                }
                Some(_) => sink.end(),
                None => sink.nop(),
            },
            7 => sink.local_get(number).br_if(depth(one_of(open.len() + 1))),
            _ => {
                let [one, other] = [one_of(open.len() + 1), one_of(open.len() + 1)].map(depth);
                match one_of(4) {
                    0 => sink.local_get(number).br_table([one], other),
                    1 => sink.br(one),
                    2 => sink.return_(),
                    _ => sink.nop(),
                }
            }
        };
    }
    for _ in 0..=open.len() {
        function.instructions().end();
    }
    function
}

/// For each function, as a set since their order changes: for each operator that reads a local, where the value may have been written,
/// found forwards from the beginning.
fn sources(wasm: &[u8]) -> BTreeSet<Vec<(usize, BTreeSet<String>)>> {
    type Known = BTreeMap<usize, BTreeSet<String>>;
    let of = |function: &crate::read::Function| {
        let successors = flow::successors(function);
        let mut before: Vec<Option<Known>> = vec![None; function.operators.len()];
        let first = |local: usize| if local < 2 { format!("parameter {local}") } else { "zero".to_owned() };
        before[0] = Some((0..TYPES.len()).map(|local| (local, BTreeSet::from([first(local)]))).collect());
        let mut open = vec![0];
        while let Some(at) = open.pop() {
            let (operator, mut known) = (&function.operators[at], before[at].clone().unwrap());
            if let (Some(local), true) = (operator.local, operator.writes) {
                known.insert(local, BTreeSet::from([at.to_string()]));
            }
            for next in &successors[at] {
                let there = before[*next].get_or_insert_default();
                let size = |known: &Known| known.values().map(BTreeSet::len).sum::<usize>();
                let was = size(there);
                known.iter().for_each(|(local, from)| there.entry(*local).or_default().extend(from.clone()));
                if size(there) > was {
                    open.push(*next);
                }
            }
        }
        let reads = function.operators.iter().enumerate().filter(|(_, operator)| !operator.writes);
        reads.filter_map(|(at, operator)| Some((at, before[at].clone()?[&operator.local?].clone()))).collect()
    };
    Wasm::read(wasm).unwrap().functions.iter().map(of).collect()
}
