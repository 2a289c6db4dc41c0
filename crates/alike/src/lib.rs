//! Writes a wasm anew so that it compresses better and does the same: functions stand beside those that are like them, and values
//! that are used alike are in the same local in all of them. Compilers do neither, since nothing of it counts before compression.

mod flow;
mod habits;
mod order;
mod read;
mod webs;
mod write;

use read::Wasm;
use wasmparser::Validator;
use write::Rewrite;

/// Twice is better than once, since each of the two steps follows the other; a third time gains nothing.
const ROUNDS: usize = 2;

/// Why a wasm cannot be written anew.
#[derive(Debug, thiserror::Error)]
pub enum WasmError {
    /// It is none.
    #[error("no wasm: {0}")]
    Read(#[from] wasmparser::BinaryReaderError),
    /// It holds something that has no place in a module as compilers write it.
    #[error("cannot be written anew: {0}")]
    Write(#[from] wasm_encoder::reencode::Error),
}

/// The same program, to be compressed. Names of functions are not carried over.
///
/// # Errors
/// [`WasmError`] if it is no valid module.
pub fn alike(wasm: &[u8]) -> Result<Vec<u8>, WasmError> {
    Validator::new().validate_all(wasm)?;
    let mut wasm = wasm.to_vec();
    for _ in 0..ROUNDS {
        let read = Wasm::read(&wasm)?;
        let order = order::order(&read.functions);
        let locals = habits::locals(&read.functions);
        wasm = Rewrite::new(read.imported, order, locals).write(&wasm)?;
    }
    Ok(wasm)
}

#[cfg(test)]
mod tests;
