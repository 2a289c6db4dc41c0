//! Text to tokens.

use super::{ExprError, ExprProblem, Span};
use crate::units::Unit;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Unit(Unit),
    Name(String),
    Choice(String),
    Symbol(&'static str),
    End,
}

const SYMBOLS: [&str; 14] = ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ","];

pub(super) fn tokens(text: &str) -> Result<Vec<(Token, Span)>, ExprError> {
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
            let value = digits.parse().ok().filter(|value: &f64| value.is_finite());
            Token::Number(value.ok_or_else(|| error(start, at, ExprProblem::Number(digits.to_owned())))?)
        } else if first.is_alphabetic() || first == '_' {
            at += rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
            Token::Name(text[start..at].to_owned())
        } else if first == '[' || first == '\'' {
            let close = if first == '[' { ']' } else { '\'' };
            let length = rest[1..]
                .find(close)
                .ok_or_else(|| error(start, text.len(), ExprProblem::Unclosed(first)))?;
            let inner = &rest[1..=length];
            at += length + 2;
            if first == '[' {
                let unit = Unit::parse(inner);
                Token::Unit(unit.ok_or_else(|| error(start, at, ExprProblem::Unit(inner.to_owned())))?)
            } else {
                Token::Choice(inner.to_owned())
            }
        } else if let Some(symbol) = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol)) {
            at += symbol.len();
            Token::Symbol(symbol)
        } else {
            return Err(error(start, start + first.len_utf8(), ExprProblem::Character(first)));
        };
        found.push((token, Span { start, end: at }));
    }
    found.push((Token::End, Span { start: text.len(), end: text.len() }));
    Ok(found)
}

fn error(start: usize, end: usize, problem: ExprProblem) -> ExprError {
    ExprError { span: Span { start, end }, problem }
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
