//! Every equation: as mathematics and as text, with its unit, its words, what it uses and what uses it.

use super::mathematics::equation;
use crate::browser::{El, el};
use crate::explorer::Explorer;
use crate::go::{links, to_name, to_uses};
use engine::model::{Name, Names};
use engine::{Use, Uses};

/// One block each, in the order of the story; follows the language.
pub(super) fn equations(explorer: Explorer) -> Vec<El> {
    let (story, voice) = (explorer.story(), explorer.voice());
    let (uses, names) = (Uses::of(story), Names::new(story));
    let block = |(at, (id, quantity)): (usize, (&str, &engine::story::Quantity))| {
        let operands: Vec<_> =
            uses.at(Use::Equation(at)).map(|name| to_name(explorer, &names, name)).collect();
        let used = to_uses(explorer, &names, uses.by(Name::Quantity(at)));
        let mut block = vec![
            el("h4")
                .id(&format!("equation-{id}"))
                .set("tabindex", "-1")
                .text(quantity.label.get(voice.language))
                .with([el("small").text(voice.unit(&quantity.unit).name.get(voice.language))]),
        ];
        block.extend(equation(explorer, &names, at));
        block.push(el("code").text(&format!("{id} = {}", quantity.value)));
        block.extend(quantity.note.as_ref().map(|note| el("p").class("note").text(note.get(voice.language))));
        block.extend(links(&voice.word("uses"), &operands));
        block.extend(links(&voice.word("used_in"), &used));
        el("article").with(block)
    };
    vec![el("div").class("equations").each(story.model.iter().enumerate().map(block))]
}
