//! What must hold for any text that somebody calls a story.

use author::Texts;
use engine::say::{Plain, Voice, plain_text, verdict};
use engine::story::{pack, unpack};
use engine::{Model, Scenario, Story, project};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use take_home::{Scene, python, workbook};

/// No story may take longer to read, be it bad or good.
const LONGEST: Duration = Duration::from_secs(10);
/// Begins a line that names the file which follows.
pub const FILE: &str = "#### ";

/// The files of `text`, each behind its line `#### model.toml`, in place of those of the story that authors start from.
pub fn files(text: &str) -> Texts {
    let mut files = author::starter();
    let mut place = |path: PathBuf, text: &str| match files.iter_mut().find(|(known, _)| *known == path) {
        Some(file) => file.1 = text.to_owned(),
        None => files.push((path, text.to_owned())),
    };
    let parts: Vec<&str> = text.split(FILE).collect();
    if let [alone] = parts[..] {
        place("model.toml".into(), alone);
    }
    for part in parts.iter().skip(1) {
        let (name, text) = part.split_once('\n').unwrap_or((part, ""));
        place(name.trim().into(), text);
    }
    files
}

/// Reads a story. It is either good, and then everything in it can be computed and said, or it has mistakes, each with its
/// place. Else it panics.
pub fn try_story(text: &str) -> Outcome {
    let start = Instant::now();
    let read = author::read_texts(Path::new("story"), files(text));
    let outcome = match read {
        Ok(story) => {
            try_good(&story);
            Outcome::Good
        }
        Err(problems) => {
            assert!(!problems.0.is_empty(), "refused without a word");
            for problem in &problems.0 {
                assert!(problem.line > 0 && problem.column > 0 && !problem.message.is_empty(), "{problem}");
            }
            assert!(problems.to_string().len() < 1 << 20, "nobody reads so much");
            Outcome::Bad
        }
    };
    let took = start.elapsed();
    assert!(took < LONGEST, "{took:?}");
    outcome
}

/// What a text was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A story without mistakes.
    Good,
    /// One with mistakes.
    Bad,
}

fn try_good(story: &Story) {
    assert!(unpack(&pack(story)).as_ref() == Some(story), "a value is lost on the way to the page");
    let model = Model::compile(story).unwrap_or_else(|errors| panic!("{errors:?}"));
    let settable = story.levers.len() + story.assumptions.len();
    // The default, and everything at its low and high ends.
    for end in [None, Some(0), Some(1)] {
        let mut scenario = Scenario::default_of(&model);
        for at in 0..settable {
            if let Some(end) = end {
                let value = model.inputs[at].range[end];
                scenario.set_at(&model, at, value).unwrap_or_else(|error| panic!("{error}"));
            }
        }
        let projection = project(&model, &scenario);
        for (at, quantity) in model.quantities.iter().enumerate() {
            for value in projection.values(&model, at).into_iter().flatten() {
                assert!(value.is_finite(), "{}: {value}", quantity.id);
            }
        }
        for language in &story.about.languages {
            let numbers = Plain::new(language);
            let voice = Voice { story, language, numbers: &numbers };
            let said = verdict(&model, &projection, voice, &|_| None);
            assert_eq!(said.len(), story.verdict.len(), "a sentence is missing");
            said.iter().for_each(|said| drop(plain_text(said)));
        }
        if end.is_none() {
            try_home(Scene {
                story,
                model: &model,
                scenario: &scenario,
                projection: &projection,
                overrides: &[],
                language: "en",
            });
        }
    }
}

/// What is taken home is made, or it is said why not.
fn try_home(scene: Scene) {
    let said = [
        python(scene).err().map(|error| error.to_string()),
        workbook(scene).err().map(|error| error.to_string()),
    ];
    assert!(said.into_iter().flatten().all(|message| !message.is_empty()), "refused without a word");
}
