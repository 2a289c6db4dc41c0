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
