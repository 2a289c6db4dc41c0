//! A small module is written anew: what it does stays, and what is alike in it comes together.

use super::*;
use std::collections::BTreeMap;
use wasm_encoder::*;
use wasmparser::{Operator, Parser, Payload, Validator};

/// Three functions that are called `twice`, `other` and `again` and, behind an imported one, stand in this order. The first and the
/// last do the same with other locals.
fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import("a", "b", EntityType::Function(1));
    let mut functions = FunctionSection::new();
    functions.function(0).function(1).function(0);
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exports = ExportSection::new();
    exports.export("twice", ExportKind::Func, 1);
    exports.export("other", ExportKind::Func, 2);
    exports.export("again", ExportKind::Func, 3);
    let mut code = CodeSection::new();
    code.function(&sums([1, 2, 3])).function(&other()).function(&sums([3, 1, 2]));
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&memories).section(&exports);
    module.section(&code);
    module.finish()
}

/// Reads two numbers from where its parameter says, calls `other` and adds them.
fn sums([one, two, at]: [u32; 3]) -> Function {
    let mut sums = Function::new([(3, ValType::I32), (1, ValType::F64)]);
    let memory = |offset| MemArg { offset, align: 2, memory_index: 0 };
    sums.instructions().local_get(0).local_set(at).call(2);
    sums.instructions().local_get(at).i32_load(memory(0)).local_set(one);
    sums.instructions().local_get(at).i32_load(memory(4)).local_set(two);
    sums.instructions()
        .local_get(one)
        .local_get(two)
        .i32_add()
        .f64_const(Ieee64::from(0.5))
        .local_set(4)
        .end();
    sums
}

fn other() -> Function {
    let mut other = Function::new([]);
    other.instructions().call(0).block(BlockType::Empty).i32_const(7).drop().end().end();
    other
}

/// What each exported function does, locals numbered as they are met, functions called by their names; and what it is written as.
fn described(wasm: &[u8]) -> BTreeMap<String, (String, Vec<u8>)> {
    let (mut names, mut bodies) = (BTreeMap::from([(0, "imported".to_owned())]), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.unwrap() {
            Payload::ExportSection(section) => {
                names.extend(
                    section
                        .into_iter()
                        .map(Result::unwrap)
                        .map(|export| (export.index, export.name.to_owned())),
                );
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    let describe = |body: &wasmparser::FunctionBody| {
        let mut met = Vec::new();
        let mut meet = |local: u32| {
            met.iter().position(|known| *known == local).unwrap_or_else(|| {
                met.push(local);
                met.len() - 1
            })
        };
        let operators = body.get_operators_reader().unwrap().into_iter().map(Result::unwrap);
        let texts = operators.map(|operator| match operator {
            Operator::LocalGet { local_index } => format!("get {}", meet(local_index)),
            Operator::LocalSet { local_index } => format!("set {}", meet(local_index)),
            Operator::Call { function_index } => format!("call {}", names[&function_index]),
            Operator::I32Load { memarg } => format!("load {}", memarg.offset),
            other => format!("{other:?}"),
        });
        texts.collect::<Vec<_>>().join("\n")
    };
    let named = |(at, body): (u32, &wasmparser::FunctionBody)| {
        (names[&at].clone(), (describe(body), wasm[body.range()].to_vec()))
    };
    (1..).zip(&bodies).map(named).collect()
}

#[test]
fn every_function_does_what_it_did() {
    let before = module();
    let after = alike(&before).unwrap();
    Validator::new().validate_all(&after).unwrap();
    let does =
        |wasm: &[u8]| described(wasm).into_iter().map(|(name, (does, _))| (name, does)).collect::<Vec<_>>();
    assert_eq!(does(&before), does(&after));
    assert_eq!(before.len(), after.len());
}

#[test]
fn what_is_alike_stands_together_and_reads_the_same() {
    let [before, after] = [module(), alike(&module()).unwrap()].map(|wasm| described(&wasm));
    assert_ne!(before["twice"].1, before["again"].1);
    assert_eq!(after["twice"].1, after["again"].1);
    let wasm = alike(&module()).unwrap();
    let (one, two) = (after["twice"].1.as_slice(), wasm.as_slice());
    let at: Vec<usize> = (0..two.len()).filter(|at| two[*at..].starts_with(one)).collect();
    // Only its length stands between the first and the second.
    assert_eq!(at, [at[0], at[0] + one.len() + 1]);
}

#[test]
fn what_is_no_wasm_is_refused() {
    let whole = module();
    // A body without an end, which a parser lets pass.
    let endless = [b"\0asm\x01\0\0\0", &b"\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x03\x01\x01\0"[..]].concat();
    for broken in [&endless, &b""[..], b"wasm", &whole[..whole.len() - 3], &[&whole[..], b"more"].concat()] {
        assert!(alike(broken).is_err(), "{broken:?}");
    }
}
