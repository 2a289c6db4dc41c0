//! Blanks what is no code: comments, the insides of texts and characters, and test modules.

/// Replaces comments and the insides of literals by spaces; lines and quotation marks stay.
pub(super) fn literals(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let end = literal_end(&letters, at);
        if end == at {
            out.push(letters[at]);
            at += 1;
        } else {
            let keeps_marks = letters[at] != '/';
            for (place, &letter) in letters.iter().enumerate().take(end).skip(at) {
                let edge = keeps_marks && (place == at || place + 1 == end);
                out.push(if edge || letter == '\n' { letter } else { ' ' });
            }
            at = end;
        }
    }
    out
}

/// Replaces each `#[cfg(test)]` block by spaces, given code without literals.
pub(super) fn tests(code: &str) -> String {
    let mut out = code.to_owned();
    while let Some(start) = out.find("#[cfg(test)]") {
        let end = start + block_length(&out[start..]);
        let blanked: String =
            out[start..end].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(start..end, &blanked);
    }
    out
}

/// Where the comment, text or character that starts here ends; the start itself where none does.
fn literal_end(letters: &[char], at: usize) -> usize {
    let next = letters.get(at + 1).copied();
    match letters[at] {
        '/' if next == Some('/') => find(letters, at, &['\n']),
        '/' if next == Some('*') => (find(letters, at + 2, &['*', '/']) + 2).min(letters.len()),
        'r' if is_raw_text(letters, at) => raw_end(letters, at),
        '"' => quoted_end(letters, at, '"'),
        // A lifetime is not closed by a second mark.
        '\'' if next == Some('\\') || letters.get(at + 2) == Some(&'\'') => quoted_end(letters, at, '\''),
        _ => at,
    }
}

fn find(letters: &[char], from: usize, what: &[char]) -> usize {
    let rest = letters.get(from..).unwrap_or_default();
    rest.windows(what.len()).position(|window| window == what).map_or(letters.len(), |found| from + found)
}

fn quoted_end(letters: &[char], at: usize, mark: char) -> usize {
    let mut end = at + 1;
    while end < letters.len() && letters[end] != mark {
        end += if letters[end] == '\\' { 2 } else { 1 };
    }
    (end + 1).min(letters.len())
}

fn is_raw_text(letters: &[char], at: usize) -> bool {
    let in_word =
        at > 0 && (letters[at - 1].is_alphanumeric() && letters[at - 1] != 'b' || letters[at - 1] == '_');
    let after = letters[at + 1..].iter().find(|letter| **letter != '#');
    !in_word && after == Some(&'"')
}

fn raw_end(letters: &[char], at: usize) -> usize {
    let hashes = letters[at + 1..].iter().take_while(|letter| **letter == '#').count();
    let mut closing = vec!['"'];
    closing.extend(std::iter::repeat_n('#', hashes));
    (find(letters, at + hashes + 2, &closing) + closing.len()).min(letters.len())
}

/// From an attribute to the end of the item that follows: its block, or its semicolon.
fn block_length(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in code.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth <= 1 => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::literals;

    #[test]
    fn only_code_is_left() {
        let cases = [
            ("a // b\nc", "a     \nc"),
            ("a /* b\n */ c", "a     \n    c"),
            (r#"x("a\"b")"#, r#"x("    ")"#),
            ("r#\"a\"b\"# c", "r      # c"),
            ("f::<'a>('\"', '\\'')", "f::<'a>(' ', '  ')"),
            ("for r in x {}", "for r in x {}"),
        ];
        for (text, code) in cases {
            assert_eq!(literals(text), code, "{text}");
        }
    }
}
