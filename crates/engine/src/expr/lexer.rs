//! Text to tokens.

use super::{ExprError, ExprProblem, Span};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'a> {
    Number(f64),
    Unit(&'a str),
    Name(&'a str),
    Choice(&'a str),
    Symbol(&'static str),
    End,
}

const SYMBOLS: [&str; 14] = ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ","];

pub(super) fn tokens(text: &str) -> Result<Vec<(Token<'_>, Span)>, ExprError> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let start = at;
        let rest = &text[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let token = if first.is_ascii_digit() || first == '.' {
            at += number_length(rest);
            let digits = &text[start..at];
            let value = decimal(digits);
            Token::Number(value.ok_or_else(|| error(start, at, || ExprProblem::Number(digits.to_owned())))?)
        } else if first.is_ascii_alphabetic() || first == '_' {
            at += rest
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'))
                .unwrap_or(rest.len());
            Token::Name(&text[start..at])
        } else if first == '[' || first == '\'' {
            let close = if first == '[' { ']' } else { '\'' };
            let length = rest[1..]
                .find(close)
                .ok_or_else(|| error(start, text.len(), || ExprProblem::Unclosed(first)))?;
            let inner = &rest[1..=length];
            at += length + 2;
            if first == '[' { Token::Unit(inner) } else { Token::Choice(inner) }
        } else if let Some(symbol) = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol)) {
            at += symbol.len();
            Token::Symbol(symbol)
        } else {
            return Err(error(start, start + first.len_utf8(), || ExprProblem::Character(first)));
        };
        found.push((token, Span { start, end: at }));
    }
    found.push((Token::End, Span { start: text.len(), end: text.len() }));
    Ok(found)
}

fn error(start: usize, end: usize, problem: impl FnOnce() -> ExprProblem) -> ExprError {
    ExprError::new(Span { start, end }, problem)
}

/// Digits, a point, and an exponent with its sign.
fn number_length(text: &str) -> usize {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let exponent = matches!(c, 'e' | 'E');
        let sign = matches!(c, '+' | '-') && matches!(before, 'e' | 'E');
        if !(c.is_ascii_digit() || c == '.' || c == '_' || exponent || sign) {
            return at;
        }
        before = c;
    }
    text.len()
}

/// Reads `8.76` or `1e9`, exactly: a whole number below 2^53 times or over a power of ten that is itself exact rounds once.
/// The standard library reads more, at the price of 10 kB of tables in the page.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let (mut mantissa, mut exponent, mut digits) = (0_u64, 0_i32, 0);
    let mut point = false;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                exponent -= i32::from(point);
                digits += 1;
                if digits > 15 {
                    return None;
                }
            }
            b'.' if !point => point = true,
            b'_' if !point => {}
            b'e' | b'E' => {
                exponent += text.get(text.len() - bytes.len()..)?.parse::<i8>().map(i32::from).ok()?;
                break;
            }
            _ => return None,
        }
    }
    if digits == 0 || exponent.abs() > 22 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "fifteen digits are exact")]
    let mantissa = mantissa as f64;
    let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
    Some(if exponent < 0 { mantissa / power } else { mantissa * power })
}
