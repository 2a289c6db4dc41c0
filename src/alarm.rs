//! What stands instead of the projections where the page's own arithmetic does not give the values it gave where it was built.

use crate::browser::{El, block, el};
use crate::explorer::Explorer;
use engine::reference::{Mismatch, check};

/// More would not tell more.
const SHOWN: usize = 5;

/// The alarm; none where every value is what it was.
pub(crate) fn alarm(explorer: Explorer) -> Option<El> {
    let wrong = check(explorer.story(), explorer.models().plain(), block("reference").trim_matches('"'));
    if wrong.is_empty() {
        return None;
    }
    let count = wrong.len();
    let lines = wrong.into_iter().take(SHOWN).map(|one| el("li").says(move || line(explorer, &one)));
    Some(el("section").id("alarm").set("role", "alert").with([
        el("h2").says(explorer.word("alarm_title")),
        el("p").says(move || explorer.voice().word("alarm").replace("{}", &count.to_string())),
        el("ul").each(lines),
    ]))
}

fn line(explorer: Explorer, wrong: &Mismatch) -> String {
    let voice = explorer.voice();
    let label = explorer.story().model.get(&wrong.quantity).map(|it| it.label.get(voice.language));
    let digits = |value: Option<f64>| value.map_or_else(|| voice.word("absent"), |value| voice.digits(value));
    let year = wrong.year.map_or_else(String::new, |year| format!(" {year}"));
    let name = format!("{} ({}{year})", label.unwrap_or_default(), wrong.quantity);
    voice
        .word("alarm_value")
        .replace("{name}", &name)
        .replace("{expected}", &digits(wrong.expected))
        .replace("{found}", &digits(wrong.found))
}
