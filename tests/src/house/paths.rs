//! Every path that code names, with `use` trees spelled out.

/// Lines (from 1) and segments of all paths that start at a crate, module or item: `a::b::c`, and each leaf of a `use`.
pub(super) fn named(code: &str) -> Vec<(usize, Vec<String>)> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (line, token) = tokens[at];
        if token == "use" {
            at = leaves(&tokens, at + 1, &[], &mut found);
        } else if is_word(token) && tokens.get(at + 1).is_some_and(|(_, next)| *next == "::") {
            let mut segments = vec![token.to_owned()];
            while tokens.get(at + 1).is_some_and(|(_, next)| *next == "::")
                && tokens.get(at + 2).is_some_and(|(_, word)| is_word(word))
            {
                segments.push(tokens[at + 2].1.to_owned());
                at += 2;
            }
            found.push((line, segments));
            at += 1;
        } else {
            at += 1;
        }
    }
    found
}

/// Reads one tree of a `use` and gives the place after it.
fn leaves(
    tokens: &[(usize, &str)],
    mut at: usize,
    before: &[String],
    found: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let mut segments = before.to_vec();
    let mut ended_in_group = false;
    let mut line = 0;
    while let Some((here, token)) = tokens.get(at) {
        match *token {
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|(_, token)| *token != "}") {
                    at = leaves(tokens, at, &segments, found);
                    if tokens.get(at).is_some_and(|(_, token)| *token == ",") {
                        at += 1;
                    }
                }
                ended_in_group = true;
            }
            "," | "}" | ";" => break,
            // The new name says nothing about where it comes from.
            "as" => at += 1,
            "::" => {}
            word => {
                line = *here;
                segments.push(word.to_owned());
            }
        }
        at += 1;
    }
    if !ended_in_group && segments.len() > before.len() {
        found.push((line, segments));
    }
    at
}

fn tokens(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let mut rest = line;
        while let Some(letter) = rest.chars().next() {
            let length = match letter {
                _ if rest.starts_with("::") => 2,
                _ if is_word(rest) => rest.find(|letter| !is_part(letter)).unwrap_or(rest.len()),
                _ => letter.len_utf8(),
            };
            if !letter.is_whitespace() {
                found.push((number + 1, &rest[..length]));
            }
            rest = &rest[length..];
        }
    }
    found
}

fn is_word(token: &str) -> bool {
    token.chars().next().is_some_and(is_part)
}

fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn trees_are_spelled_out() {
        let code = "use a::{b::{c, d as e}, self};\nuse f;\nfn x() { g::h(i.j, k::<L>::m) }";
        let found: Vec<String> =
            named(code).into_iter().map(|(line, path)| format!("{line} {}", path.join("::"))).collect();
        assert_eq!(found, ["1 a::b::c", "1 a::b::d", "1 a::self", "2 f", "3 g::h", "3 k"]);
    }
}
