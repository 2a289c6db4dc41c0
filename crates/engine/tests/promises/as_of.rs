//! A date picks the articles; what they printed later is out, and the levers start from what was known.

use crate::cases::{Case, MODEL, STORY};
use engine::{Known, Scenario, as_of, is_day};

fn starts(known: &Known) -> Vec<f64> {
    (0..STORY.levers.len()).map(|lever| known.default(&STORY, lever)).collect()
}

fn articles(date: &str) -> Vec<&'static str> {
    let known = as_of(&STORY, date);
    let sources = STORY.sources.iter().zip(known.sources);
    let reports = sources.filter(|((id, _), out)| *out && id.starts_with("report_"));
    reports.map(|((id, _), _)| id).collect()
}

#[test]
fn articles_come_out_on_their_days() {
    assert_eq!(articles("2025-10-30"), [""; 0]);
    assert_eq!(articles("2025-10-31"), ["report_q3_2025"]);
    assert_eq!(articles("2025-11-03"), ["report_q3_2025", "report_38_billion"]);
    // Of February only the month is known: its middle counts.
    assert_eq!(articles("2026-02-14").len(), 2);
    assert_eq!(articles("2026-02-15").len(), 3);
    assert_eq!(articles("2026-02-28").len(), 4);
}

#[test]
fn levers_start_from_what_was_known() {
    assert_eq!(starts(&as_of(&STORY, "2025-11-03")), [128.0, 0.5, 3.8, 14_000.0, 600_000.0]);
    assert_eq!(starts(&as_of(&STORY, "2026-02-15")), [200.0, 0.5, 6.0, 30_000.0, 600_000.0]);
}

#[test]
fn today_is_the_default_scenario() {
    let known = as_of(&STORY, "2026-02-28");
    assert_eq!(known.scenario(&STORY, &MODEL), Scenario::default_of(&MODEL));
    assert!(known.figures.iter().all(|known| *known));
}

#[test]
fn figures_are_out_with_their_article() {
    let known = as_of(&STORY, "2025-11-03");
    for (figure, printed) in [
        ("aws_gw_added_ttm_q3_2025", true),
        ("openai_aws_order", true),
        ("capex_2026", false),
        ("openai_aws_addition", false),
        // The opening state stays, though Amazon published it in 2026.
        ("sales_2025", true),
        ("running_2025", true),
    ] {
        assert_eq!(known.figure(&STORY, figure), printed, "{figure}");
    }
}

#[test]
fn what_was_not_yet_ordered_is_not_owed() {
    let owed = |date: &str| {
        let case = Case::of(as_of(&STORY, date).scenario(&STORY, &MODEL));
        case.at("openai_backlog", 2026) + case.at("openai_pays_aws", 2026)
    };
    assert_eq!(owed("2025-10-31"), 0.0);
    assert_eq!(owed("2025-11-03").round(), 38.0);
    assert_eq!(owed("2026-02-28").round(), 138.0);
}

#[test]
fn only_days_of_the_calendar_are_days() {
    for day in ["2025-11-03", "2024-02-29", "2000-02-29", "9999-12-31"] {
        assert!(is_day(day), "{day}");
    }
    let wrong = [
        "2025-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-13-01",
        "2025-00-01",
        "2025-01-00",
        "2025-11",
        "2025-1-031",
        "+025-11-03",
        "2025-11-0ä",
    ];
    for day in wrong {
        assert!(!is_day(day), "{day}");
    }
}
