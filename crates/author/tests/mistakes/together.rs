//! Several mistakes in one story: all are shown, in the same order each time.

use crate::broken::Broken;
use author::Problem;

fn four(name: &str) -> Broken {
    Broken::new(name)
        .within("levers.toml", "capex", "default = 200", "default = 500")
        .replace("model.toml", "\"cost_shell + cost_it\"", "\"cost_shell * cost_it\"")
        .within("model.toml", "margin", "de = ", "fr = ")
        .within("figures/filings.toml", "sales_2022", "amazon_report_2022", "amazon_reprt_2022")
}

fn places(problems: &[Problem]) -> Vec<(String, usize, &str, &str)> {
    let file = |problem: &Problem| problem.file.file_name().unwrap().to_string_lossy().into_owned();
    problems
        .iter()
        .map(|problem| (file(problem), problem.line, problem.block.as_str(), problem.key.as_str()))
        .collect()
}

#[test]
fn all_are_shown() {
    let problems = four("four").problems();
    let blocks: Vec<&str> = problems.iter().map(|problem| problem.block.as_str()).collect();
    assert_eq!(blocks, ["sales_2022", "capex", "cost_per_gw", "margin"], "{problems:#?}");
}

#[test]
fn their_order_is_that_of_files_and_lines() {
    let first = four("order-1").problems();
    let second = four("order-2").problems();
    assert_eq!(places(&first), places(&second));
    let mut sorted = first.clone();
    sorted.sort();
    assert_eq!(first, sorted);
}

/// A block that cannot be read does not hide the mistakes of the others, and makes nobody complain of its absence.
#[test]
fn a_block_that_cannot_be_read_hides_no_other_mistake() {
    let broken = four("unread").within("figures/filings.toml", "sales_2025", "status", "stauts");
    let problems = broken.problems();
    let blocks: Vec<&str> = problems.iter().map(|problem| problem.block.as_str()).collect();
    assert_eq!(blocks, ["sales_2022", "sales_2025", "capex", "cost_per_gw", "margin"], "{problems:#?}");
}

#[test]
fn two_mistakes_of_one_equation_s_neighbours() {
    let broken = Broken::new("neighbours").within("model.toml", "built", "aws_capex", "aws_capx").within(
        "model.toml",
        "sales",
        "sales_2025",
        "sales_205",
    );
    let problems = broken.problems();
    let blocks: Vec<&str> = problems.iter().map(|problem| problem.block.as_str()).collect();
    assert_eq!(blocks, ["built", "sales"], "{problems:#?}");
}

#[test]
fn a_problem_is_a_line_that_an_editor_can_open() {
    let broken = four("lines");
    let text = author::read(broken.folder()).expect_err("it is broken").to_string();
    // What is indented shows the place.
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(lines.len(), 5, "{text}");
    assert_eq!(lines[4], "4 mistakes");
    let capex = lines.iter().find(|line| line.contains("[capex]")).expect("a line");
    let (place, rest) = capex.split_once(": ").expect("a place");
    assert!(place.contains("levers.toml:"), "{capex}");
    let numbers = place.rsplit(':').take(2).filter(|part| part.parse::<usize>().is_ok());
    assert_eq!(numbers.count(), 2, "{capex}");
    assert_eq!(rest, "[capex] default: 500 lies outside the range 0 to 400");
}

/// The excerpts of a story's mistakes, each without its edge and line number.
fn excerpts(broken: &Broken) -> Vec<String> {
    let problems = author::read(broken.folder()).expect_err("it is broken").0;
    let bare = |line: &str| line.split_once(" | ").map_or("", |(_, text)| text).to_owned();
    problems
        .iter()
        .map(|problem| problem.excerpt().lines().map(bare).collect::<Vec<_>>().join("\n"))
        .collect()
}

#[test]
fn the_line_is_shown_with_a_mark_under_the_place() {
    let broken = four("marks");
    let marks = excerpts(&broken);
    assert_eq!(marks[1], "default = 500\n          ^^^");
    assert_eq!(marks[2], "value = \"cost_shell * cost_it\"\n         ^^^^^^^^^^^^^^^^^^^^");
    let text = author::read(broken.folder()).expect_err("it is broken").to_string();
    assert!(text.contains("\n  9 | default = 500\n    |           ^^^\n"), "{text}");
}

#[test]
fn of_a_long_line_the_part_around_the_place_is_shown() {
    let broken = Broken::new("long-line").within("prose.toml", "jobs", "{hires_avoided}", "{hires_avoidde}");
    let [mark] = &excerpts(&broken)[..] else { panic!("one mistake") };
    let (line, under) = mark.split_once('\n').expect("two lines");
    assert!(line.starts_with('…') && line.ends_with('…') && line.chars().count() < 100, "{line}");
    let at = under.chars().take_while(|c| *c == ' ').count();
    let marked: String = line.chars().skip(at).take(under.trim().len()).collect();
    assert_eq!(marked, "hires_avoidde");
}

#[test]
fn a_thousand_mistakes_are_counted_and_a_hundred_shown() {
    let broken = Broken::new("many").edit("terms.toml", |text| {
        text.to_owned() + &(0..1_500).map(|at| format!("[\"t{at}\"]\nde = \"t\"\n")).collect::<String>()
    });
    let error = author::read(broken.folder()).expect_err("it is broken");
    assert_eq!(error.0.len(), 1_000);
    let text = error.to_string();
    assert!(text.ends_with("1000 mistakes, of which the first 100 are shown"), "{text}");
    assert_eq!(text.lines().filter(|line| !line.starts_with(' ')).count(), 101);
}
