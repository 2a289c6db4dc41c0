//! Three charts letter by letter, and what every picture says to those who cannot see it.

use charts::{Heading, Mark, Theme, svg};
use engine::story::Status;

mod samples;

#[test]
fn lines_with_dots_and_default() {
    let picture =
        svg(&samples::power(), (540, 240), &Theme::light(), &samples::Plain, Heading::Outside).unwrap();
    insta::assert_snapshot!(picture);
}

#[test]
fn stacked_bars_with_heading() {
    let picture =
        svg(&samples::capex_split(), (300, 260), &Theme::dark(), &samples::Plain, Heading::Inside).unwrap();
    insta::assert_snapshot!(picture);
}

#[test]
fn bands_under_their_lines() {
    let picture =
        svg(&samples::uncertain(), (540, 240), &Theme::light(), &samples::Plain, Heading::Outside).unwrap();
    insta::assert_snapshot!(picture);
}

#[test]
fn every_picture_has_name_and_description() {
    for mut view in samples::all() {
        view.sentence.push_str(" <b> & \"so\"");
        let picture = svg(&view, (540, 240), &Theme::light(), &samples::Plain, Heading::Outside).unwrap();
        assert!(picture.starts_with("<svg xmlns=") && picture.trim_end().ends_with("</svg>"));
        assert!(picture.contains("role=\"img\"") && picture.contains("<title id=\"picture-"));
        assert!(picture.contains("&lt;b&gt; &amp;") && !picture.contains("<b>"));
        assert!(!picture.contains("NaN") && !picture.replace("inferred", "").contains("inf"));
        assert_eq!(picture.matches("<svg").count(), 1);
    }
}

#[test]
fn marks_follow_the_status() {
    assert_eq!(Mark::from(Status::Reported), Mark::Fact);
    assert_eq!(Mark::from(Status::LeakedPlan), Mark::Plan);
    assert_eq!(Mark::from(Status::Inferred), Mark::Assumption);
    assert_eq!(Mark::from(Status::Rumour), Mark::Disputed);
}
