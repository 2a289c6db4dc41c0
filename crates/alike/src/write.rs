//! Writes a module with its functions in another order and other numbers for their locals.

use crate::WasmError;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Function, FunctionSection, Instruction, MemArg, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Operator, Parser};

/// What is written otherwise than it was read.
pub(crate) struct Rewrite {
    imported: u32,
    order: Vec<usize>,
    /// Where each function comes to stand.
    places: Vec<u32>,
    locals: Vec<Vec<usize>>,
}

impl Rewrite {
    /// `order` are the functions' places as they are, `locals` the new local of each one's uses of one.
    pub(crate) fn new(imported: u32, order: Vec<usize>, locals: Vec<Vec<usize>>) -> Self {
        let mut places = vec![0; order.len()];
        for (place, function) in (0..).zip(&order) {
            places[*function] = place;
        }
        Self { imported, order, places, locals }
    }

    /// The module anew.
    pub(crate) fn write(mut self, wasm: &[u8]) -> Result<Vec<u8>, WasmError> {
        let mut module = Module::new();
        self.parse_core_module(&mut module, Parser::new(0), wasm)?;
        Ok(module.finish())
    }

    fn function(&mut self, at: usize, body: &FunctionBody<'_>) -> Result<Function, Error> {
        let mut function = self.new_function_with_parsed_locals(body)?;
        let mut locals = std::mem::take(&mut self.locals[at]).into_iter();
        let mut local = |before: u32| locals.next().and_then(|now| u32::try_from(now).ok()).unwrap_or(before);
        for operator in body.get_operators_reader()? {
            let instruction = match operator? {
                Operator::LocalGet { local_index } => Instruction::LocalGet(local(local_index)),
                Operator::LocalSet { local_index } => Instruction::LocalSet(local(local_index)),
                Operator::LocalTee { local_index } => Instruction::LocalTee(local(local_index)),
                other => self.instruction(other)?,
            };
            function.instruction(&instruction);
        }
        Ok(function)
    }
}

impl Reencode for Rewrite {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let defined = function.checked_sub(self.imported).and_then(|at| self.places.get(at as usize));
        Ok(defined.map_or(function, |place| self.imported + place))
    }

    /// How an address is aligned is a hint that no browser takes.
    fn mem_arg(&mut self, access: wasmparser::MemArg) -> Result<MemArg, Error> {
        Ok(MemArg { align: 0, ..MemArg::try_from(access)? })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for at in &self.order {
            functions.function(types[*at]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody>, _>>()?;
        for at in self.order.clone() {
            code.function(&self.function(at, &bodies[at])?);
        }
        Ok(())
    }
}
