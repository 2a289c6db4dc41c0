//! A story as one text without names of fields, which the page carries: values of one kind stand together, one a line, in
//! the order in which they are read. So it is compressed best, and its reader is small.

mod blocks;
mod values;

use super::Story;
use std::str::SplitTerminator;

/// Kinds of values: a section of the text each. The languages come first, the texts of each language last.
#[derive(Clone, Copy)]
enum Kind {
    /// What the blocks are called.
    Name = 1,
    /// What refers to a block.
    Link,
    /// Expressions.
    Equation,
    /// Units.
    Unit,
    /// What is chosen from a few words or kinds.
    Choice,
    /// Dates, periods, and what is printed.
    Word,
    /// Numbers.
    Number,
    /// Lengths of lists, years, and what is true or false.
    Count,
    /// No kind: the first language's texts.
    Texts,
}

/// Stands between sections.
const SECTION: char = '\t';

/// The story as a text, which [`unpack`] reads unless a text of the story holds a tab or a new line.
#[must_use]
pub fn pack(story: &Story) -> String {
    let languages = story.about.languages.clone();
    let mut sections = vec![String::new(); Kind::Texts as usize + languages.len()];
    sections[0] = languages.iter().map(|language| language.clone() + "\n").collect();
    let mut writer = Writer { languages, sections };
    story.write(&mut writer, Kind::Count);
    writer.sections.join(&SECTION.to_string())
}

/// The story that [`pack`] made a text of; none of any other text.
#[must_use]
pub fn unpack(text: &str) -> Option<Story> {
    let mut sections: Vec<_> = text.split(SECTION).map(|section| section.split_terminator('\n')).collect();
    let languages = sections.first_mut()?.collect();
    let mut reader = Reader { languages, sections, fits: true };
    let story = Story::read(&mut reader, Kind::Count);
    let ended = reader.sections.iter_mut().all(|section| section.next().is_none());
    (reader.fits && ended).then_some(story)
}

struct Writer {
    languages: Vec<String>,
    sections: Vec<String>,
}

impl Writer {
    fn put(&mut self, section: usize, value: &str) {
        self.sections[section] += value;
        self.sections[section].push('\n');
    }
}

struct Reader<'a> {
    languages: Vec<&'a str>,
    sections: Vec<SplitTerminator<'a, char>>,
    /// False as soon as a value is missing or not of its kind.
    fits: bool,
}

impl<'a> Reader<'a> {
    fn next(&mut self, section: usize) -> &'a str {
        let value = self.sections.get_mut(section).and_then(Iterator::next);
        self.fits &= value.is_some();
        value.unwrap_or_default()
    }
}

/// What can stand in the text.
trait Packed: Sized {
    fn write(&self, writer: &mut Writer, kind: Kind);
    fn read(reader: &mut Reader, kind: Kind) -> Self;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Draw, Named, Text};

    #[test]
    fn what_is_packed_is_unpacked() {
        let mut story = Story::default();
        story.about.languages = vec!["en".into(), "de".into()];
        let only = Text(Named(vec![("de".into(), "bis".into())]));
        story.terms.0.push(("to".into(), only));
        let text = pack(&story);
        assert_eq!(unpack(&text).as_ref(), Some(&story));
        assert_eq!(unpack(&text.replace("bis\n", "")), None);
        assert_eq!(unpack(&text.replace("bis\n", "bis\nbis\n")), None);
        assert_eq!(unpack(""), None);
    }

    #[test]
    fn every_kind_of_draw() {
        let values = Draw::Discrete(vec![(4.0, 0.25), (5.5, 0.75)]);
        let kinds = [Draw::Triangular, Draw::Uniform, Draw::Normal, Draw::Lognormal, values];
        for draw in kinds.map(Some).into_iter().chain([None]) {
            let mut writer =
                Writer { languages: Vec::new(), sections: vec![String::new(); Kind::Texts as usize] };
            draw.write(&mut writer, Kind::Number);
            let sections = writer.sections.iter().map(|section| section.split_terminator('\n')).collect();
            let mut reader = Reader { languages: Vec::new(), sections, fits: true };
            assert_eq!(Option::<Draw>::read(&mut reader, Kind::Number), draw);
            assert!(reader.fits);
        }
    }
}
