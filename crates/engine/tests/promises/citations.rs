//! A citation holds a story's texts, whatever signs they have.

use engine::Story;
use engine::cite::Citation;
use engine::story::{Named, Text};

#[test]
fn texts_of_a_story_stay_texts() {
    let text = |text: &str| Text(Named(vec![("en".to_owned(), text.to_owned())]));
    let mut story = Story::default();
    story.about.id = "odd-id".to_owned();
    story.about.question = text("\"A\\b\" {50 %} & more_");
    story.about.model_version = "2".to_owned();
    let citation = Citation::of(&story, "en", "https://example.org/}#a=1");
    let bibtex = citation.bibtex();
    assert!(bibtex.starts_with("@misc{oddid,\n  title = {{\"A b\"  50 \\%  \\& more\\_}},\n"), "{bibtex}");
    assert!(bibtex.ends_with("  note = {Version 2},\n  url = {https://example.org/#a=1}\n}\n"), "{bibtex}");
    let csl = citation.csl();
    assert!(csl.contains(r#""title": "\"A\\b\" {50 %} & more_","#) && !csl.contains("issued"), "{csl}");
}
