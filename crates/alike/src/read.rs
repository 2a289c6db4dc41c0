//! What of a wasm is compared: its functions, operator for operator.

use crate::WasmError;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;
use wasmparser::{FunctionBody, Parser, Payload, TypeRef};

/// A module's functions.
#[derive(Debug, Default)]
pub(crate) struct Wasm<'a> {
    /// How many functions are imported: their numbers come first.
    pub(crate) imported: u32,
    /// Those that it defines.
    pub(crate) functions: Vec<Function<'a>>,
}

/// A function.
#[derive(Debug)]
pub(crate) struct Function<'a> {
    /// As it is written.
    pub(crate) bytes: &'a [u8],
    /// How many locals it has, parameters included.
    pub(crate) locals: u32,
    /// Runs of locals of one type: within a run they can change their numbers. Parameters cannot.
    pub(crate) runs: Vec<Range<u32>>,
    /// What it does.
    pub(crate) operators: Vec<Operator>,
}

/// An operator.
#[derive(Debug)]
pub(crate) struct Operator {
    /// A number that operators share if they differ in no more than their local.
    pub(crate) kind: u64,
    /// The local that it reads or writes.
    pub(crate) local: Option<u32>,
}

impl<'a> Wasm<'a> {
    /// Reads a module.
    pub(crate) fn read(wasm: &'a [u8]) -> Result<Self, WasmError> {
        let mut read = Self::default();
        let (mut parameters, mut types) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(section) => {
                    for group in section.into_iter_err_on_gc_types() {
                        parameters.push(group?.params().len());
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        read.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    for of in section {
                        types.push(of?);
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let of = types.get(read.functions.len()).and_then(|of| parameters.get(*of as usize));
                    let parameters = of.copied().unwrap_or_default();
                    read.functions.push(Function::read(
                        wasm,
                        &body,
                        u32::try_from(parameters).unwrap_or_default(),
                    )?);
                }
                _ => {}
            }
        }
        Ok(read)
    }
}

impl<'a> Function<'a> {
    fn read(wasm: &'a [u8], body: &FunctionBody<'_>, parameters: u32) -> Result<Self, WasmError> {
        let (mut locals, mut runs) = (parameters, Vec::new());
        for run in body.get_locals_reader()? {
            let (count, _) = run?;
            runs.push(locals..locals + count);
            locals += count;
        }
        let mut operators = Vec::new();
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let at = reader.original_position();
            let local = local(&reader.read()?);
            // All operators with locals are one byte and the local.
            let end = if local.is_some() { at + 1 } else { reader.original_position() };
            let mut kind = DefaultHasher::new();
            wasm[at..end].hash(&mut kind);
            operators.push(Operator { kind: kind.finish(), local });
        }
        Ok(Self { bytes: &wasm[body.range()], locals, runs, operators })
    }
}

fn local(operator: &wasmparser::Operator) -> Option<u32> {
    use wasmparser::Operator::{LocalGet, LocalSet, LocalTee};
    match operator {
        LocalGet { local_index } | LocalSet { local_index } | LocalTee { local_index } => Some(*local_index),
        _ => None,
    }
}
