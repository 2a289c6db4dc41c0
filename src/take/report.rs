//! The page on paper: verdict, charts, what is set, what it cannot tell, sources and the link, on two sheets.

use super::charts::picture;
use crate::browser::{El, address_with, el};
use crate::explorer::Explorer;
use crate::input::{held, label};
use engine::say::plain_text;

/// Of a chart on paper, in css px.
const SIZE: (u32, u32) = (360, 198);

/// As many changes are listed: more would need a third sheet.
const MOST: usize = 36;

/// Made only while the page is printed.
pub(crate) fn report(explorer: Explorer) -> El {
    el("div").id("report").piece(move || {
        if explorer.look.with(|look| look.print) { vec![sheets(explorer)] } else { Vec::new() }
    })
}

fn sheets(explorer: Explorer) -> El {
    let (story, voice) = (explorer.story(), explorer.voice());
    let mut verdict = String::new();
    for said in explorer.verdict() {
        verdict += &plain_text(&said);
        verdict += " ";
    }
    let mut first: Vec<El> = (0..story.views.len()).map(|at| picture(explorer, at, SIZE).element()).collect();
    let levers = story.levers.len();
    first.push(el("div").with(inputs(explorer, "levers", &Vec::from_iter(0..levers))));
    // The levers, which are the first inputs, stand on the first sheet.
    let changes: Vec<usize> = explorer.changes.get().into_iter().filter(|input| *input >= levers).collect();
    let (shown, more) = changes.split_at(changes.len().min(MOST));
    let mut second = vec![el("div").class("changed").with(inputs(explorer, "changed", shown))];
    if !more.is_empty() {
        let words = explorer.voice().word("and_more");
        second.push(el("p").text(&words.replace("{}", &more.len().to_string())));
    }
    let limits = el("ul");
    for limit in &story.about.limits {
        limits.append(&[el("li").text(limit.get(voice.language))]);
    }
    second.extend([title(explorer, "limits_title"), limits]);
    let sources = el("ul").class("sources");
    for (_, source) in story.sources.iter() {
        let line = el("li").text(source.title.get(voice.language));
        // Some have none, and say so in a word.
        let dated = source.date.starts_with(|first: char| first.is_ascii_digit());
        sources.append(&[if dated { line.text(", ").text(&source.date) } else { line }]);
    }
    second.extend([title(explorer, "evidence_title"), sources]);
    second.push(el("p").class("address").text(&address_with(&explorer.link_of_now())));
    el("main").with([
        el("p").text("Sliderule · ").text(story.about.subject.get(voice.language)),
        el("h1").text(story.about.question.get(voice.language)),
        el("p").class("verdict").text(&verdict),
        el("div").class("sheet").with(first),
        el("div").class("sheet").with(second),
    ])
}

fn title(explorer: Explorer, word: &'static str) -> El {
    el("h2").text(&explorer.voice().word(word))
}

/// What inputs hold, beside where they start; nothing where there are none.
fn inputs(explorer: Explorer, word: &'static str, inputs: &[usize]) -> Vec<El> {
    if inputs.is_empty() {
        return Vec::new();
    }
    let table = el("table");
    for input in inputs {
        let start = explorer.ground.with(|ground| ground.start.held(*input));
        let start = [&explorer.start_name(), " ", &held(explorer, *input, &start)].concat();
        table.append(&[el("tr").with([
            el("th").text(label(explorer, *input).get(explorer.code())),
            el("td").text(&held(explorer, *input, &explorer.over_years(*input))),
            el("td").text(&start),
        ])]);
    }
    vec![title(explorer, word), table]
}
