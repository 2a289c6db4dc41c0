//! The schemas for editors say what the reader takes: no more and no less.

#[cfg(test)]
mod keys;
#[cfg(test)]
mod stories;
