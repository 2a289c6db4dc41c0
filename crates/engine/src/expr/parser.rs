//! Tokens to a tree, by precedence: or, and, comparison, + -, * /, unary minus, ^.

use super::lexer::{Token, tokens};
use super::{Binary, Expr, ExprError, ExprKind, ExprProblem, Function, Span};
use crate::nearest::did_you_mean;

/// Deeper nesting is refused, so that no text can exhaust the stack.
const DEEPEST: usize = 60;
/// Longer texts are refused: a chain of signs is as deep as it is long.
const LONGEST: usize = 500;

/// Reads one expression.
///
/// # Errors
/// The first thing that cannot be read, with its place in `text`.
pub fn parse(text: &str) -> Result<Expr, ExprError> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0 };
    if let Some((_, span)) = parser.tokens.get(LONGEST + 1) {
        return Err(ExprError::new(*span, || ExprProblem::Long(LONGEST)));
    }
    let whole = parser.binary(0)?;
    match parser.peek() {
        Token::End => Ok(whole),
        _ => Err(parser.expected("an operator or the end")),
    }
}

struct Parser<'a> {
    tokens: Vec<(Token<'a>, Span)>,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Token<'a> {
        self.tokens[self.at].0
    }

    fn span(&self) -> Span {
        self.tokens[self.at].1
    }

    fn next(&mut self) -> (Token<'a>, Span) {
        let found = self.tokens[self.at];
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        found
    }

    fn take(&mut self, symbol: &str) -> bool {
        let found = matches!(self.peek(), Token::Symbol(other) if other == symbol);
        if found {
            self.next();
        }
        found
    }

    fn binary(&mut self, weakest: u8) -> Result<Expr, ExprError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(ExprError::new(self.span(), || ExprProblem::Deep(DEEPEST)));
        }
        let mut left = self.unary()?;
        while let Some((operator, strength)) = self.operator().filter(|(_, strength)| *strength >= weakest) {
            self.next();
            // `^` binds to the right, everything else to the left.
            let right = self.binary(if operator == Binary::Power { strength } else { strength + 1 })?;
            let span = Span { start: left.span.start, end: right.span.end };
            left = Expr { kind: ExprKind::Binary(operator, Box::new(left), Box::new(right)), span };
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operator(&self) -> Option<(Binary, u8)> {
        let text = match self.peek() {
            Token::Symbol(symbol) => symbol,
            Token::Name(word) => word,
            _ => return None,
        };
        Some(match text {
            "or" => (Binary::Or, 1),
            "and" => (Binary::And, 2),
            "<" => (Binary::Less, 3),
            "<=" => (Binary::LessOrEqual, 3),
            ">" => (Binary::Greater, 3),
            ">=" => (Binary::GreaterOrEqual, 3),
            "==" => (Binary::Equal, 3),
            "!=" => (Binary::NotEqual, 3),
            "+" => (Binary::Add, 4),
            "-" => (Binary::Subtract, 4),
            "*" => (Binary::Multiply, 5),
            "/" => (Binary::Divide, 5),
            "^" => (Binary::Power, 7),
            _ => return None,
        })
    }

    fn unary(&mut self) -> Result<Expr, ExprError> {
        let start = self.span().start;
        if self.take("-") {
            // Weaker than `^`: -2^2 is -(2^2).
            let inner = self.binary(6)?;
            let span = Span { start, end: inner.span.end };
            return Ok(Expr { kind: ExprKind::Negative(Box::new(inner)), span });
        }
        self.atom()
    }

    fn atom(&mut self) -> Result<Expr, ExprError> {
        let wanted = "a number, a name or `(`";
        if !matches!(self.peek(), Token::Number(_) | Token::Name(_) | Token::Choice(_) | Token::Symbol("(")) {
            return Err(self.expected(wanted));
        }
        let (token, mut span) = self.next();
        let kind = match token {
            Token::Number(value) => {
                let unit = match self.peek() {
                    Token::Unit(unit) => {
                        span.end = self.next().1.end;
                        Some(unit.to_owned())
                    }
                    _ => None,
                };
                ExprKind::Number { value, unit }
            }
            Token::Choice(name) => ExprKind::Choice(name.to_owned()),
            Token::Name(name) if matches!(self.peek(), Token::Symbol("(")) => return self.call(name, span),
            Token::Name("year") => ExprKind::Year,
            Token::Name("absent") => ExprKind::Absent,
            Token::Name(name) => ExprKind::Name(name.to_owned()),
            _ => {
                let inner = self.binary(0)?;
                self.close()?;
                return Ok(inner);
            }
        };
        Ok(Expr { kind, span })
    }

    fn call(&mut self, name: &str, span: Span) -> Result<Expr, ExprError> {
        let unknown = || ExprProblem::UnknownFunction {
            name: name.to_owned(),
            nearest: did_you_mean(name, Function::names()),
        };
        let function = Function::named(name).ok_or_else(|| ExprError::new(span, unknown))?;
        self.next();
        let mut arguments = Vec::new();
        if !matches!(self.peek(), Token::Symbol(")")) {
            arguments.push(self.binary(0)?);
            while self.take(",") {
                arguments.push(self.binary(0)?);
            }
        }
        let end = self.span().end;
        self.close()?;
        let span = Span { start: span.start, end };
        if arguments.len() == function.arity() {
            Ok(Expr { kind: ExprKind::Call(function, arguments), span })
        } else {
            Err(ExprError::new(span, || ExprProblem::Arguments {
                function: function.name(),
                takes: function.takes(),
                given: arguments.len(),
            }))
        }
    }

    fn close(&mut self) -> Result<(), ExprError> {
        if self.take(")") { Ok(()) } else { Err(self.expected("an operator or `)`")) }
    }

    fn expected(&self, expected: &'static str) -> ExprError {
        let found = || match self.peek() {
            Token::Number(_) => "a number".to_owned(),
            Token::Unit(unit) => format!("the unit [{unit}]"),
            Token::Name(name) | Token::Choice(name) => format!("`{name}`"),
            Token::Symbol(symbol) => format!("`{symbol}`"),
            Token::End => "the end".to_owned(),
        };
        ExprError::new(self.span(), || ExprProblem::Expected { expected, found: found() })
    }
}
