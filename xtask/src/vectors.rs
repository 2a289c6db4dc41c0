//! Whether a wasm program computes with vectors of two floating point numbers, as the draws need to be fast.

/// `f64x2.add`, `.sub`, `.mul` and `.div`, as they stand in the code.
const ARITHMETIC: [[u8; 3]; 4] =
    [[0xfd, 0xf0, 0x01], [0xfd, 0xf1, 0x01], [0xfd, 0xf2, 0x01], [0xfd, 0xf3, 0x01]];
/// The number of the section that holds the functions.
const CODE: u8 = 10;

/// True if all four operations stand in the code. Other instructions' operands could look like one of them: in a program of
/// 500 kB one in thirty does by accident, but all four in less than one program of a million.
pub(crate) fn computes_with_vectors(wasm: &[u8]) -> bool {
    let code = code(wasm).unwrap_or_default();
    ARITHMETIC.iter().all(|operation| code.windows(3).any(|bytes| bytes == operation))
}

/// The bytes of the code section; none where the program cannot be read.
fn code(wasm: &[u8]) -> Option<&[u8]> {
    let mut rest = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    while let [section, behind @ ..] = rest {
        let (length, behind) = length(behind)?;
        let content = behind.get(..length)?;
        if *section == CODE {
            return Some(content);
        }
        rest = &behind[length..];
    }
    None
}

/// A number of seven bits a byte, the lowest first, and what stands behind it.
fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let last = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)?;
    let (number, behind) = bytes.split_at(last + 1);
    Some((number.iter().rev().fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7f)), behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program of a custom section of 200 bytes and a code section.
    fn program(custom: &[u8], code: &[u8]) -> Vec<u8> {
        let mut custom = custom.to_vec();
        custom.resize(200, 0);
        let length = u8::try_from(code.len()).unwrap();
        [b"\0asm\x01\0\0\0", &[0, 0xc8, 0x01][..], &custom, &[CODE, length], code].concat()
    }

    #[test]
    fn only_code_counts_and_all_four_must_be_there() {
        let all = ARITHMETIC.concat();
        assert!(computes_with_vectors(&program(&[], &all)));
        assert!(!computes_with_vectors(&program(&[], &all[3..])), "no addition");
        assert!(!computes_with_vectors(&program(&all, &[0x0b])), "in a comment");
    }

    #[test]
    fn what_is_no_program_computes_nothing() {
        let whole = program(&[], &ARITHMETIC.concat());
        for end in 0..whole.len() {
            assert!(!computes_with_vectors(&whole[..end]));
        }
    }
}
