//! Each function behind the one that it shares most with: what repeats is found close by.

use crate::read::Function;
use std::collections::HashMap;

/// Bytes that two functions have in common at least, to be alike in them.
const SHARED: usize = 4;

/// How much of the likeness to the function before counts for the next but one.
const FADES: f64 = 0.5;

/// Added to a function's length, so that the shortest are not like everything.
const SHORT: f64 = 20.0;

/// The order in which functions are to stand: their places now.
pub(crate) fn order(functions: &[Function]) -> Vec<usize> {
    let pieces: Vec<Vec<&[u8]>> = functions.iter().map(|function| pieces(function.bytes)).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(at);
        }
    }
    let mut likeness = vec![0.0; functions.len()];
    let mut left: Vec<usize> = (0..functions.len()).collect();
    let mut order = Vec::with_capacity(functions.len());
    let share = |at: usize, likeness: &[f64]| likeness[at] / (pieces[at].len() as f64 + SHORT);
    while let Some(next) = (0..left.len())
        .max_by(|one, other| share(left[*one], &likeness).total_cmp(&share(left[*other], &likeness)))
    {
        let next = left.swap_remove(next);
        order.push(next);
        likeness.iter_mut().for_each(|likeness| *likeness *= FADES);
        for holder in pieces[next].iter().filter_map(|piece| holders.get(piece)).flatten() {
            likeness[*holder] += 1.0;
        }
    }
    order
}

/// All pieces of the length, each once.
fn pieces(bytes: &[u8]) -> Vec<&[u8]> {
    let mut pieces: Vec<&[u8]> = bytes.windows(SHARED).collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}
