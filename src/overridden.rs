//! Wherever the effect of an overridden figure is shown, that is said; one click opens the figure, another takes it back.

use crate::browser::{El, button, el};
use crate::explorer::Explorer;
use crate::go::link;
use crate::ground::Shown;

/// The line of a place of the page; empty where nothing that it shows is overridden.
pub(crate) fn overridden(explorer: Explorer, places: Vec<Shown>) -> El {
    el("div").class("overridden").piece(move || {
        let mut figures: Vec<String> = Vec::new();
        for figure in places.iter().flat_map(|place| explorer.overridden_in(*place)) {
            if !figures.contains(&figure) {
                figures.push(figure);
            }
        }
        let Some(first) = figures.first() else { return Vec::new() };
        let words = count(explorer, figures.len());
        let open =
            link(&(words, if figures.len() == 1 { format!("figure-{first}") } else { "changes".to_owned() }));
        let back = button(move || figures.iter().for_each(|figure| explorer.take_back(figure)));
        vec![open, back.class("quiet").text(&explorer.voice().word("take_back"))]
    })
}

/// How many figures are overridden, in words.
pub(crate) fn count(explorer: Explorer, figures: usize) -> String {
    let word = if figures == 1 { "figure_overridden" } else { "figures_overridden" };
    explorer.voice().word(word).replace("{}", &figures.to_string())
}
