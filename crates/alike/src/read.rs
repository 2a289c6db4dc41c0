//! What of a wasm is compared: its functions, operator for operator.

use crate::WasmError;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use wasmparser::{FunctionBody, Parser, Payload, TypeRef, ValType};

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
    /// How many parameters it has: the first of its locals.
    pub(crate) parameters: usize,
    /// The types of its locals.
    pub(crate) locals: Vec<ValType>,
    /// What it does.
    pub(crate) operators: Vec<Operator>,
}

/// An operator.
#[derive(Debug)]
pub(crate) struct Operator {
    /// A number that operators share if they differ in no more than their local.
    pub(crate) kind: u64,
    /// The local that it reads or writes.
    pub(crate) local: Option<usize>,
    /// Whether it writes the local.
    pub(crate) writes: bool,
    /// What is done next.
    pub(crate) next: Next,
}

/// Where an operator leads. Labels are counted from the innermost block.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// To the next operator.
    Follows,
    /// Into a block, whose label is its end.
    Block,
    /// Into a block, whose label is its beginning.
    Loop,
    /// Into a block or behind its `else`; its label is its end.
    If,
    /// The end of the first half of an `if`.
    Else,
    /// The end of a block or of the function.
    End,
    /// To the labels, and to the next operator as well if so.
    Labels(Vec<u32>, bool),
    /// Nowhere.
    Nowhere,
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
                        parameters.push(group?.params().to_vec());
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
                    read.functions.push(Function::read(wasm, &body, of.map_or(&[], Vec::as_slice))?);
                }
                _ => {}
            }
        }
        Ok(read)
    }
}

impl<'a> Function<'a> {
    fn read(wasm: &'a [u8], body: &FunctionBody<'_>, parameters: &[ValType]) -> Result<Self, WasmError> {
        let mut locals = parameters.to_vec();
        for run in body.get_locals_reader()? {
            let (count, of) = run?;
            locals.extend((0..count).map(|_| of));
        }
        let mut operators = Vec::new();
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let at = reader.original_position();
            let operator = reader.read()?;
            let (local, writes) = local(&operator);
            // All operators with locals are one byte and the local.
            let end = if local.is_some() { at + 1 } else { reader.original_position() };
            let mut kind = DefaultHasher::new();
            wasm[at..end].hash(&mut kind);
            operators.push(Operator { kind: kind.finish(), local, writes, next: next(&operator)? });
        }
        Ok(Self { bytes: &wasm[body.range()], parameters: parameters.len(), locals, operators })
    }
}

fn local(operator: &wasmparser::Operator) -> (Option<usize>, bool) {
    use wasmparser::Operator::{LocalGet, LocalSet, LocalTee};
    match operator {
        LocalGet { local_index } => (Some(*local_index as usize), false),
        LocalSet { local_index } | LocalTee { local_index } => (Some(*local_index as usize), true),
        _ => (None, false),
    }
}

fn next(operator: &wasmparser::Operator) -> Result<Next, WasmError> {
    use wasmparser::Operator::{Block, Br, BrIf, BrTable, Else, End, If, Loop, Return, Unreachable};
    Ok(match operator {
        Block { .. } => Next::Block,
        Loop { .. } => Next::Loop,
        If { .. } => Next::If,
        Else => Next::Else,
        End => Next::End,
        Br { relative_depth } => Next::Labels(vec![*relative_depth], false),
        BrIf { relative_depth } => Next::Labels(vec![*relative_depth], true),
        BrTable { targets } => {
            let mut labels = targets.targets().collect::<Result<Vec<_>, _>>()?;
            labels.push(targets.default());
            Next::Labels(labels, false)
        }
        Return | Unreachable => Next::Nowhere,
        _ => Next::Follows,
    })
}
