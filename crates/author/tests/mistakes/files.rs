//! Files and blocks that do not have the shape of a story.

use crate::broken::Broken;

#[test]
fn an_unknown_field() {
    let broken = Broken::new("field").within("levers.toml", "capex", "low = 100", "lo = 100");
    let found = broken.only().stands_in("levers.toml", "capex", "");
    found.says(&["unknown field `lo`", "`low`"]);
}

#[test]
fn a_field_that_is_missing() {
    let broken = Broken::new("missing-field").within("levers.toml", "capex", "step = 1\n", "");
    broken.only().stands_in("levers.toml", "capex", "").at("capex").says(&["missing field `step`"]);
}

#[test]
fn a_field_of_another_type() {
    let broken = Broken::new("type").within("levers.toml", "capex", "default = 200", "default = \"much\"");
    broken.only().stands_in("levers.toml", "capex", "").at("\"much\"").says(&["much"]);
}

#[test]
fn a_block_twice_in_a_file() {
    let broken = Broken::new("twice").append("terms.toml", "[article]\nde = \"A\"");
    broken.only().stands_in("terms.toml", "", "").at("article").says(&["duplicate"]);
}

#[test]
fn a_block_twice_in_two_files() {
    let block = "[sales_2025]\nvalue = 1\nunit = \"B$/yr\"\nperiod = \"2025\"\nentity = \"AWS\"\nstatus = \"reported\"\nsource = \"amazon_report_2025\"\nlabel = { en = \"A\", de = \"A\" }\n";
    let broken = Broken::new("two-files").append("figures/publications.toml", block);
    let found = broken.only().stands_in("figures/publications.toml", "sales_2025", "").at("sales_2025");
    found.says(&["a second block of this name"]);
}

#[test]
fn no_toml() {
    let broken = Broken::new("toml").append("levers.toml", "[broken\nx = ");
    broken.only().stands_in("levers.toml", "", "").says(&["]"]);
}

#[test]
fn no_text() {
    let broken = Broken::new("bytes");
    let broken = broken.write("words.toml", "").edit("words.toml", |_| "\u{0}".to_owned());
    broken.only().stands_in("words.toml", "", "");
}

#[test]
fn a_file_that_is_missing() {
    let broken = Broken::new("missing").remove("levers.toml");
    broken.only().stands_in("levers.toml", "", "").says(&["missing", "levers.toml"]);
}

#[test]
fn a_file_of_another_name() {
    let broken = Broken::new("name").write("lever.toml", "");
    broken.only().stands_in("lever.toml", "", "").says(&["did you mean `levers`?"]);
}

#[test]
fn years_that_cannot_be_projected() {
    for (name, last) in [("years", "2025"), ("ages", "2147483647")] {
        let broken =
            Broken::new(name).replace("story.toml", "last_year = 2033", &format!("last_year = {last}"));
        broken.only().stands_in("story.toml", "", "last_year").at(last).says(&["1 to 100 can be projected"]);
    }
}

#[test]
fn a_number_to_ask_about_that_no_chart_draws() {
    let broken = Broken::new("asked").replace("story.toml", "\"income\"", "\"incom\"");
    broken
        .only()
        .stands_in("story.toml", "", "asked")
        .at("\"incom\"")
        .says(&["`incom`", "did you mean `income`?"]);
}
