//! What the story says of the articles, held against the articles and against itself.

#[cfg(test)]
mod files;
#[cfg(test)]
mod printed;
#[cfg(test)]
mod traps;
