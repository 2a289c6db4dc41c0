//! Words as they stand in an address, and words of strangers made harmless.

/// Letters, digits and a few signs stand as they are, a space is a plus, everything else is written in hexadecimal.
pub(super) fn encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b':' | b',' | b'/' => {
                out.push(byte.into());
            }
            b' ' => out.push('+'),
            _ => [b'%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]
                .into_iter()
                .for_each(|byte| out.push(byte.into())),
        }
    }
    out
}

/// The reverse, whoever wrote it; none where it is no text.
pub(super) fn decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(byte) = bytes.get(at) {
        let hex = |behind: usize| char::from(*bytes.get(at + behind)?).to_digit(16);
        match (byte, hex(1).zip(hex(2))) {
            (b'%', Some((high, low))) => {
                out.extend(u8::try_from(high << 4 | low));
                at += 3;
                continue;
            }
            (b'+', _) => out.push(b' '),
            _ => out.push(*byte),
        }
        at += 1;
    }
    String::from_utf8(out).ok()
}

/// Somebody's words without what no reader sees: breaks, controls, and what turns the direction of the text around them.
pub(super) fn harmless(text: &str, longest: usize) -> String {
    let seen = |c: &char| {
        !matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
            && !matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let words: String = text.trim().chars().filter(seen).take(longest).collect();
    words.trim().to_owned()
}

/// An address that a browser would open as a page.
pub(super) fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}
