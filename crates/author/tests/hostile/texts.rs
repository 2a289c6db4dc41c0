//! Texts that are not what they seem: several lines, markup, names that are none, numbers that are none.

use crate::sizes::messages;
use std::path::Path;

fn only(file: &str, text: &str, words: &[&str]) {
    let all = messages(&[(file, text.to_owned())]);
    let [message] = &all[..] else { panic!("one mistake: {all:?}") };
    for word in words {
        assert!(message.contains(word), "{word:?} is missing in: {message}");
    }
}

fn starter(file: &str) -> String {
    author::starter().into_iter().find(|(path, _)| path == Path::new(file)).expect(file).1
}

#[test]
fn a_text_of_several_lines_is_one() {
    let model =
        starter("model.toml").replace("\"margin * more_loaves\"", "\"\"\"\nmargin\n\t* more_loaves\n\"\"\"");
    let model = model.replace("\"Earned with them\"", "\"\"\"\nEarned\nwith them\"\"\"");
    let mut texts = author::starter();
    texts.retain(|(path, _)| path != Path::new("model.toml"));
    texts.push(("model.toml".into(), model));
    let story = author::read_texts(Path::new("story"), texts).expect("lines may be broken");
    let earned = story.model.get("earned").expect("it is there");
    assert_eq!(earned.label.get("en"), "Earned with them");
    assert_eq!(engine::story::unpack(&engine::story::pack(&story)), Some(story));
}

/// A mistake in a broken text is shown in its own line.
#[test]
fn the_place_in_a_text_of_several_lines() {
    let model =
        starter("model.toml").replace("\"margin * more_loaves\"", "\"\"\"margin\n  * more_loafs\"\"\"");
    only("model.toml", &model, &["model.toml:12:5: [earned] value: nothing is called `more_loafs`"]);
}

#[test]
fn markup_is_no_text() {
    let views = starter("views.toml").replace("The oven’s account", "</script><script>alert(1)</script>");
    only("views.toml", &views, &["[oven]", "no text may hold `</`"]);
}

#[test]
fn names_that_nothing_could_refer_to() {
    let block = "unit = \"share\"\nvalue = \"1\"\nlabel = { en = \"A\" }\nintermediate = true\n";
    let named = |name: &str| starter("model.toml") + &format!("[\"{name}\"]\n{block}");
    only("model.toml", &named("a b"), &["`a b` cannot be a name"]);
    only("model.toml", &named(""), &["`` cannot be a name"]);
    only("model.toml", &named("and"), &["the name is taken already"]);
    only("model.toml", &named("a\\nb"), &["a sign that no name can have"]);
    only(
        "units.toml",
        &(starter("units.toml") + "[\"a\\tb\"]\nname = {}\nprose = {}\n"),
        &["a sign that no name can have"],
    );
}

#[test]
fn languages_that_are_none() {
    let story = starter("story.toml");
    only("story.toml", &story.replace("[\"en\"]", "[\"en\", \"en\"]"), &["`en` stands there twice"]);
    let text = story.replace("\"A second oven\" }", "\"A second oven\", ed = \"A\" }");
    only("story.toml", &text, &["the story has no language `ed`; its languages are en"]);
}

#[test]
fn numbers_that_are_none() {
    let levers = starter("levers.toml");
    for (from, to) in [
        ("default = 80_000", "default = nan"),
        ("range = [0, 150_000]", "range = [nan, nan]"),
        ("range = [0, 150_000]", "range = [-inf, inf]"),
        ("range = [0, 150_000]", "range = [150_000, 0]"),
        ("step = 1_000", "step = nan"),
        ("step = 1_000", "step = 1e-300"),
    ] {
        let changed = levers.replace(from, to);
        assert_ne!(changed, levers, "{from}");
        assert!(!messages(&[("levers.toml", changed)]).is_empty(), "{to} is taken for a number");
    }
    let assumptions = starter("assumptions.toml");
    for to in [
        "central = inf",
        "central = nan",
        "central = 1e308\nrange = [-1e308, 1e308]",
        "central = 0.5\nrange = [0, inf]",
    ] {
        let changed = assumptions.replace("central = 0.5", to);
        assert!(!messages(&[("assumptions.toml", changed)]).is_empty(), "{to} is taken for a number");
    }
    let figures = starter("figures.toml").replace("value = 40e3", "value = inf");
    assert!(!messages(&[("figures.toml", figures)]).is_empty());
    let units = starter("units.toml").replace("plain = true", "plain = true\nscale = nan");
    assert!(!messages(&[("units.toml", units)]).is_empty());
}

#[test]
fn years_that_are_none() {
    let story = starter("story.toml").replace("illustrative_after = 2030", "illustrative_after = 20300");
    only("story.toml", &story, &["illustrative_after: 20300 is no year"]);
    let views = starter("views.toml").replace("year = 2025", "year = -1");
    only("views.toml", &views, &["dots.0.year: -1 is no year"]);
}

#[test]
fn a_date_of_a_year_alone() {
    let figure = "[a]\nvalue = \"2025\"\nunit = \"date\"\nperiod = \"2025\"\nentity = \"A\"\nstatus = \"reported\"\n\
        source = \"own_reckoning\"\nlabel = { en = \"A\" }\ncontext = true\n";
    only("figures.toml", &(starter("figures.toml") + figure), &["`2025` is no date"]);
}

#[test]
fn a_paragraph_before_the_first() {
    let figures = starter("figures.toml").replace("paragraph = 4", "paragraph = 0");
    only("figures.toml", &figures, &["[loaves_goal] paragraph: paragraphs are counted from 1"]);
}
