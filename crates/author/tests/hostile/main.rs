//! Bad stories give errors in bounded time and memory, and never a panic.

#[cfg(test)]
mod sizes;
#[cfg(test)]
mod texts;
