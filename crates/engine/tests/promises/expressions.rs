//! The language of the equations: how strongly signs bind, what numbers are, and where a mistake stands.

use engine::expr::{Expr, ExprKind, ExprProblem, Function, parse};

/// The tree, with every operation in brackets.
fn shown(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Number { value, unit: Some(unit) } => format!("{value}[{unit}]"),
        ExprKind::Number { value, unit: None } => value.to_string(),
        ExprKind::Year => "year".into(),
        ExprKind::Absent => "absent".into(),
        ExprKind::Choice(name) => format!("'{name}'"),
        ExprKind::Name(name) => name.clone(),
        ExprKind::Negative(inner) => format!("(-{})", shown(inner)),
        ExprKind::Binary(op, a, b) => format!("({} {} {})", shown(a), op.symbol(), shown(b)),
        ExprKind::Call(f, args) => {
            format!("{}({})", f.name(), args.iter().map(shown).collect::<Vec<_>>().join(", "))
        }
    }
}

#[test]
fn what_binds_more_strongly_is_taken_first() {
    let cases = [
        ("1 - 2 - 3 * 4", "((1 - 2) - (3 * 4))"),
        ("2 ^ 3 ^ 2", "(2 ^ (3 ^ 2))"),
        ("-2 ^ 2", "(-(2 ^ 2))"),
        ("a < b and c >= 1e-9 [GW] or not(d)", "(((a < b) and (c >= 0.000000001[GW])) or not(d))"),
        ("figure.x / 1e9 [USD/B$]", "(figure.x / 1000000000[USD/B$])"),
        ("if(x == 'power', -1, absent)", "if((x == 'power'), (-1), absent)"),
    ];
    for (text, tree) in cases {
        assert_eq!(shown(&parse(text).unwrap()), tree, "{text}");
    }
}

#[test]
fn mistakes_are_placed() {
    let cases = [
        ("a + ", 4, "expected a number, a name or `(`, found the end"),
        ("mi(a, b)", 0, "there is no function `mi`; did you mean `min`?"),
        ("prev(a)", 0, "`prev` takes a value and what stands for it in the first year, not 1"),
        (
            "a § b",
            2,
            "`§` does not belong here; an expression has numbers, names, + - * / ^, comparisons and calls",
        ),
        ("(a", 2, "expected an operator or `)`, found the end"),
        ("3 [GW", 2, "`[` is not closed"),
    ];
    for (text, start, message) in cases {
        let error = parse(text).unwrap_err();
        assert_eq!((error.span.start, error.to_string().as_str()), (start, message), "{text}");
    }
}

#[test]
fn no_text_is_too_deep_or_too_long() {
    assert!(matches!(parse(&"(".repeat(400)).unwrap_err().problem, ExprProblem::Deep(_)));
    for long in ["(", "1+", "-", "a ", "1 "] {
        let problem = parse(&long.repeat(100_000)).unwrap_err().problem;
        assert!(matches!(problem, ExprProblem::Long(_)), "{long}: {problem}");
    }
    let sum = ["1"; 250].join("+");
    assert!(parse(&sum).is_ok());
}

#[test]
fn decimals_are_exact() {
    for text in ["8.76", "1e9", "1e-9", "0.1", "26.28", "1.5e-7", "123456789012345", "0.000001", "1E+3"] {
        let value = text.parse().unwrap();
        assert_eq!(parse(text).unwrap().kind, ExprKind::Number { value, unit: None }, "{text}");
    }
    assert_eq!(parse("1_000").unwrap().kind, ExprKind::Number { value: 1_000.0, unit: None });
    for text in ["1.2.3", ".", "1e", "1e99", "1234567890.1234567", "1__e"] {
        assert_eq!(parse(text).unwrap_err().problem, ExprProblem::Number(text.to_owned()));
    }
}

#[test]
fn a_function_is_called_as_it_is_named() {
    assert!(Function::names().count() > 10);
    for name in Function::names() {
        assert_eq!(Function::named(name).unwrap().name(), name);
    }
}
