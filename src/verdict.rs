//! The sentence that is rewritten with every move.

use crate::browser::{El, el};
use crate::explorer::Explorer;
use crate::said::{Saying, said};
use engine::say::{Said, ranged};

/// The verdict.
pub(crate) fn verdict(explorer: Explorer) -> El {
    explorer.draws.want(move || ranged(explorer.model(), explorer.voice()).collect());
    said(
        el("p").id("verdict").set("tabindex", "-1"),
        Saying { explorer, moves: false, seen: None },
        move || {
            let spaced = |mut sentence: Vec<Said>| {
                sentence.push(Said::Words(" ".to_owned()));
                sentence
            };
            explorer.verdict().into_iter().flat_map(spaced).collect()
        },
    )
}
