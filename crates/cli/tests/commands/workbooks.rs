//! `xlsx`: a workbook whose formulas are live, worked out by a spreadsheet program.

use crate::program::{fresh, sliderule, stories, story, with};
use crate::scenarios::{Chance, EVERYTHING, real, story_with};
use crate::spreadsheet::{Book, Table, projections};
use engine::model::Name;
use engine::story::Story;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn words(text: &str) -> impl Iterator<Item = PathBuf> {
    text.split_whitespace().map(PathBuf::from)
}

fn folder(name: &str) -> PathBuf {
    let folder = fresh(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn book(story: &Path, options: &str, file: &Path) {
    let call = ["xlsx".into(), story.to_owned()].into_iter().chain(words(options));
    assert_eq!(with(call.chain(["-o".into(), file.to_owned()])).answer(), "");
}

fn run(story: &Path, options: &str) -> Value {
    let call = ["run".into(), story.to_owned(), "--format".into(), "json".into()].into_iter();
    serde_json::from_str(&with(call.chain(words(options))).answer()).unwrap()
}

/// Each quantity that is put out has its row, and the row holds the engine's values.
fn assert_same(table: &Table, story: &Story, expected: &Value, language: &str, about: &str) {
    for (id, quantity) in story.model.iter().filter(|(_, quantity)| !quantity.intermediate) {
        let row = table.iter().find(|row| row.get(2).is_some_and(|cell| cell == id)).unwrap();
        let wanted = &expected["quantities"][id];
        for (year, cell) in row[3..].iter().enumerate() {
            let wanted = wanted.get(year).unwrap_or(wanted);
            let place = format!("{id}, year {year}, with{about}: {cell} instead of {wanted}");
            match wanted {
                Value::Null => assert!(cell.starts_with('#') || cell.starts_with("Err:"), "{place}"),
                Value::String(name) => {
                    assert_eq!(quantity.choices.get(name).unwrap().get(language), cell, "{place}")
                }
                number => {
                    let (digits, scale) =
                        cell.strip_suffix('%').map_or((cell.as_str(), 1.0), |digits| (digits, 100.0));
                    let found: f64 = digits.parse().unwrap_or_else(|_| panic!("{place}"));
                    let (found, wanted) = (found / scale, number.as_f64().unwrap());
                    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1e-3), "{place}");
                }
            }
        }
    }
}

/// One workbook, ten times with other numbers typed into its cells.
#[test]
fn ten_scenarios_typed_into_its_cells_give_the_engine_s_numbers() {
    let (known, model) = real();
    let (folder, mut chance) = (folder("typed"), Chance::new(80));
    let file = folder.join("default.xlsx");
    book(&story(), "", &file);
    let mut options = vec![(String::new(), String::new())];
    for round in 0..10 {
        let (mut book, mut typed) = (Book::open(&file), String::new());
        for input in model.inputs.iter().filter(|input| !matches!(input.name, Name::Figure(_))) {
            let value = chance.within(input.range, input.whole);
            book.set(&input.id, value);
            typed += &format!(" --set {}={value}", input.id);
        }
        if round % 2 == 0 {
            let value = chance.within([100.0, 200.0], false);
            book.set("sales_2025", value);
            typed += &format!(" --override sales_2025={value}");
        }
        book.save_forgetting(&folder.join(format!("round{round}.xlsx")));
        options.push((format!("round{round}"), typed));
    }
    let found = projections(&folder);
    for (name, options) in &options[1..] {
        assert_same(&found[name], &known, &run(&story(), options), "en", options);
    }
}

#[test]
fn every_story_and_path_and_one_that_uses_everything_give_the_engine_s_numbers() {
    let (folder, odd) = (folder("everything_books"), story_with("everything_story", "model", EVERYTHING));
    let mut cases: Vec<(PathBuf, &str)> = stories().into_iter().map(|story| (story, "")).collect();
    cases.extend([
        (story(), "--set capex=2026:200,2028:250,2033:0 --set trainium_share=2027:0.1,2028:0.9 --lang de"),
        (story(), "--set capex=0 --as-of 2025-11-03"),
        (odd.clone(), "--lang de"),
        (odd.clone(), "--set it_life=3 --set openai_years=4.5 --set capex=2026:200,2028:250"),
        (odd, "--set it_life=6 --set openai_years=3 --set capex=0"),
    ]);
    for (at, (story, options)) in cases.iter().enumerate() {
        let file = folder.join(format!("case{at}.xlsx"));
        book(story, options, &file);
        Book::open(&file).save_forgetting(&file);
    }
    let found = projections(&folder);
    for (at, (story, options)) in cases.iter().enumerate() {
        let known = author::read(story).unwrap();
        let language = if options.contains("--lang de") { "de" } else { "en" };
        assert_same(&found[&format!("case{at}")], &known, &run(story, options), language, options);
    }
}

/// Where nothing is worked out, in a preview say, the engine's values stand; and the same scenario gives the same bytes.
#[test]
fn it_remembers_the_engine_s_values_and_no_clock() {
    let folder = folder("remembered");
    let [first, second] = ["a.xlsx", "b.xlsx"].map(|name| folder.join(name));
    book(&story(), "--set power=3", &first);
    book(&story(), "--set power=3", &second);
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
    let known = run(&story(), "--set power=3");
    let (sheet, income) = (Book::open(&first), known["quantities"]["income"][7].as_f64().unwrap());
    assert!(sheet.file("xl/worksheets/sheet2.xml").contains(&format!("</f><v>{income}</v>")));
}

#[test]
fn cells_have_their_ranges_reasons_and_sources_in_the_language_that_is_asked_for() {
    let folder = folder("words");
    let file = folder.join("words.xlsx");
    book(&story(), "--lang de --override sales_2025=130:restated", &file);
    let book = Book::open(&file);
    let (texts, inputs) = (book.file("xl/sharedStrings.xml"), book.file("xl/worksheets/sheet1.xml"));
    for text in [
        "Regler",
        "Investitionen",
        "niedrig",
        "Einheit",
        "Wie gedruckt",
        "3,8 Gigawatt",
        "Überschrieben: restated (128.7)",
    ] {
        assert!(texts.contains(text), "{text} is missing");
    }
    assert!(texts.contains("prev(running, opening_power) + switched_on - dark"));
    assert!(inputs.contains("type=\"decimal\"") && inputs.contains("<formula2>400</formula2>"));
    assert!(inputs.contains("type=\"whole\""));
}

#[test]
fn what_no_workbook_can_be_made_of_is_said() {
    let called = sliderule("xlsx STORY");
    assert_eq!(
        (called.status, called.error.as_str()),
        (2, "`xlsx` needs a file: -o FILE.xlsx\nTry: sliderule --help\n")
    );
    let name = "a_share_".repeat(5);
    let block = |id: &str, value: &str| {
        format!("[{id}]\nunit = \"share\"\nvalue = \"{value}\"\nlabel = {{ en = \"L\", de = \"L\" }}\n")
    };
    let long = block(&name, "aws_share") + &block("long", &vec![name.as_str(); 240].join(" * "));
    let (story, file) = (story_with("long_story", "model", &long), fresh("long.xlsx"));
    let called = with(["xlsx".into(), story, "-o".into(), file.clone()]);
    assert_eq!(called.status, 1);
    assert!(
        called.error.starts_with("`long` makes a formula of 9839 signs, more than the 8000"),
        "{}",
        called.error
    );
    assert!(!file.exists());
}
