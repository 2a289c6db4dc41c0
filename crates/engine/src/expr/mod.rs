//! The small language of the equations: text in, tree out, with the place of every part.

mod error;
mod function;
mod lexer;
mod parser;

pub use error::{ExprError, ExprProblem};
pub use function::Function;
pub(crate) use lexer::decimal;
pub use parser::parse;

/// Where a part stands in its text: byte offsets, end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// A part of an equation.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// Kinds of parts.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `8.76 [TWh/GW/yr]`; without brackets it has no unit.
    Number {
        /// The number as written.
        value: f64,
        /// The unit in brackets, as written.
        unit: Option<String>,
    },
    /// The calendar year.
    Year,
    /// No value: what a quotient without meaning is.
    Absent,
    /// One value of a choice: `'power'`.
    Choice(String),
    /// A lever, assumption, figure or quantity.
    Name(String),
    /// `-x`
    Negative(Box<Expr>),
    /// `a + b`, `a < b`, `a and b`
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// `min(a, b)`
    Call(Function, Vec<Expr>),
}

/// What stands between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `^`
    Power,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `and`
    And,
    /// `or`
    Or,
}

impl Binary {
    /// As it is written.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Power => "^",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::And => "and",
            Self::Or => "or",
        }
    }
}

impl Expr {
    /// Calls `visit` on this part and on every part within it, outermost first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Expr)) {
        visit(self);
        match &self.kind {
            ExprKind::Negative(inner) => inner.walk(visit),
            ExprKind::Binary(_, left, right) => {
                left.walk(visit);
                right.walk(visit);
            }
            ExprKind::Call(_, arguments) => arguments.iter().for_each(|argument| argument.walk(visit)),
            _ => {}
        }
    }
}
