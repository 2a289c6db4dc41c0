//! `docs/language.md` is true: every example gives what it says, and nothing of the language is left out.

#[cfg(test)]
mod complete;
#[cfg(test)]
mod examples;
