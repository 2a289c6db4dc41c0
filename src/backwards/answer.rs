//! What one input would have to be: each value that reaches the target, what stands behind it, and a click that sets it.

use super::Asked;
use crate::browser::{El, button, el, focus, watch_visible};
use crate::go::link;
use crate::input::label;
use crate::state::{Derived, State};
use engine::Scenario;
use engine::solve::{Answer, Stretch, Support, solve, support};

/// The line of one input; its answer follows every move while it is on screen.
pub(super) fn answer(asked: Asked, input: usize) -> El {
    let explorer = asked.explorer;
    let id = &explorer.model().inputs[input].id;
    let (line, visible) = (el("li").id(&format!("answer-{id}")).set("tabindex", "-1"), State::new(false));
    watch_visible(line.node(), visible);
    let found = Derived::new(move |before: Option<&Option<Answer>>| {
        if !visible.get() {
            return before.cloned().flatten();
        }
        let goal = asked.goal()?;
        let solved = |scenario: &Scenario| solve(explorer.model(), scenario, goal, input, asked.effort(goal));
        Some(explorer.with_scenario(solved))
    });
    let name = label(explorer, input).get(explorer.code());
    line.with([
        link(&(name.to_owned(), format!("lever-{id}"))),
        el("p").piece(move || found.with(|found| found.as_ref().map_or_else(Vec::new, |it| told(asked, it)))),
    ])
}

fn told(asked: Asked, answer: &Answer) -> Vec<El> {
    let explorer = asked.explorer;
    let voice = explorer.voice();
    let says = |words: &str| el("span").text(words);
    let range = explorer.model().inputs[answer.input].range;
    match &answer.nearest {
        Some(near) if [near.at.low, near.at.high] == range => vec![says(&voice.word("goal_idle"))],
        Some(near) => {
            let words = voice.word("goal_cannot").replace("{value}", &voice.prose(near.output, asked.unit()));
            let (before, after) = words.split_once("{at}").unwrap_or((&words, ""));
            vec![says(before), adopt(asked, answer.input, &near.at), says(after)]
        }
        None if answer.reached.is_empty() => vec![says(&voice.word("absent"))],
        None => {
            let mut told = Vec::new();
            for stretch in &answer.reached {
                if !told.is_empty() {
                    told.push(says(&format!(" {} ", voice.word("goal_or"))));
                }
                told.push(adopt(asked, answer.input, stretch));
                told.push(
                    el("small").text(&format!(" {}", voice.word(behind(asked, answer.input, stretch)))),
                );
            }
            told
        }
    }
}

/// The word for what stands behind the value that would be set.
fn behind(asked: Asked, input: usize, stretch: &Stretch) -> &'static str {
    let explorer = asked.explorer;
    let value = stretch.nearest_to(explorer.value(input));
    match support(explorer.story(), explorer.model(), &explorer.projection.get(), input, value) {
        Support::Claimed => "support_claimed",
        Support::Believed => "support_believed",
        Support::Beyond => "support_beyond",
    }
}

/// A click sets the one of these values that is nearest to what is set.
fn adopt(asked: Asked, input: usize, stretch: &Stretch) -> El {
    let explorer = asked.explorer;
    let (voice, of) = (explorer.voice(), &explorer.model().inputs[input]);
    let said = |value| if of.whole { voice.stated(value, &of.unit) } else { voice.prose(value, &of.unit) };
    let mut words = said(stretch.low);
    if stretch.low != stretch.high {
        words = format!("{words} – {}", said(stretch.high));
    }
    let value = stretch.nearest_to(explorer.value(input));
    button(move || {
        // A value within the range, whole where it has to be.
        explorer.set(input, value).ok();
        // The button is made anew with the answers.
        focus(&format!("answer-{}", of.id));
    })
    .class("quiet")
    .set("aria-label", &format!("{}: {words}", voice.word("goal_set")))
    .text(&words)
}
