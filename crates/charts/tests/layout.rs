//! What holds for every layout: nothing is cut, nothing collides, the same chart is the same picture.

use charts::{Approximate, ChartView, Frame, Heading, Layout, Mark, Point, Rect, Theme, layout, svg};
use engine::story::LayerKind;
use proptest::prelude::*;

mod samples;
use samples::{Plain, chart, dot, layer};

fn laid_out(view: &ChartView, width_css: f64, height_css: f64) -> Layout {
    layout(view, Frame { width_css, height_css, ratio: 2.0 }, &Approximate, &Plain)
}

/// The rectangles of all text in the drawing.
fn texts(layout: &Layout) -> Vec<(&str, Rect)> {
    let ticks = layout.axes.ticks.iter().map(|tick| ("tick", tick.words.rect));
    let years = layout.axes.years.iter().filter_map(|year| Some(("year", year.short.as_ref()?.rect)));
    let labels = layout.labels.iter().map(|label| ("label", label.words.rect));
    let dots = layout.dots.iter().filter_map(|dot| Some(("dot", dot.label.as_ref()?.rect)));
    let veil = layout.axes.veil_word.iter().map(|words| ("veil", words.rect));
    ticks.chain(years).chain(labels).chain(dots).chain(veil).collect()
}

fn check(view: &ChartView, width: f64, height: f64) {
    let layout = laid_out(view, width, height);
    let frame = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
    let texts = texts(&layout);
    for (place, (kind, rect)) in texts.iter().enumerate() {
        assert!(frame.grown(0.01).holds(rect), "{kind} {rect:?} leaves {width} x {height} in {}", view.id);
        for (other, second) in &texts[..place] {
            assert!(
                !rect.grown(-0.6).overlaps(second),
                "{kind} {rect:?} lies on {other} {second:?} in {}",
                view.id
            );
        }
    }
    for shape in &layout.shapes {
        for point in shape.points.iter().chain(&shape.defaults).flatten() {
            assert!(layout.axes.plot.grown(0.01).holds(&Rect {
                left: point.x,
                top: point.y,
                right: point.x,
                bottom: point.y
            }));
        }
        for band in shape.bands.iter().flatten() {
            assert!(layout.axes.plot.grown(0.01).holds(&Rect {
                left: band.x,
                top: band.y[4],
                right: band.x,
                bottom: band.y[0]
            }));
        }
        let label_in_line = layout.dots.iter().filter_map(|dot| dot.label.as_ref()).any(|words| {
            shape.bars.is_empty()
                && shape.points.windows(2).any(|pair| match (pair[0], pair[1]) {
                    (Some(from), Some(to)) => words.rect.meets(from, to),
                    _ => false,
                })
        });
        assert!(!label_in_line, "a line runs through a dot's label in {}", view.id);
    }
    for (place, dot) in layout.dots.iter().enumerate() {
        assert!((dot.button.x - dot.center.x).abs() <= 12.0 || layout.dots.len() > 2);
        for other in &layout.dots[..place] {
            let apart = (dot.button.x - other.button.x).abs().max((dot.button.y - other.button.y).abs());
            assert!(apart > 20.0 || layout.dots.len() > 3, "buttons {apart} apart in {}", view.id);
        }
    }
    assert!(
        layout.axes.plot.width() >= width * 0.35,
        "the plot is squeezed to {} of {width}",
        layout.axes.plot.width()
    );
    assert!(layout.axes.ticks.iter().any(|tick| tick.value == 0.0));
    assert!(layout.axes.years.iter().filter(|year| year.short.is_some()).count() >= 2.min(view.years.len()));
}

#[test]
fn every_sample_is_clean_at_every_width() {
    for view in samples::all() {
        for width in (280..=900).step_by(7) {
            for height in [180.0, 220.0, 240.0, 320.0] {
                check(&view, f64::from(width), height);
            }
        }
    }
}

#[test]
fn german_words_fit() {
    let mut view = samples::aws();
    view.illustrative_label = "nur zur Veranschaulichung".into();
    view.default_label = "Ausgangslage".into();
    view.layers[1].label = "Abschreibungen".into();
    view.layers[2].label = "Betriebsergebnis".into();
    for width in 280..=900 {
        check(&view, f64::from(width), 220.0);
    }
}

#[test]
fn odd_data_still_make_a_chart() {
    let kinds = [LayerKind::Line, LayerKind::Limit, LayerKind::Bar];
    for values in [[0.0; 9], [7.3; 9], [-4.0; 9], [1e15; 9], [1e-9; 9], [f64::NAN; 9], [f64::INFINITY; 9]] {
        for kind in kinds {
            let mut view = chart("odd", "Odd", "things", 2025);
            view.layers =
                vec![layer(kind, "income", "income", &values), layer(kind, "sales", "sales", &values)];
            view.dots = vec![dot(2027, 0.0, "nothing", Mark::Fact), dot(1999, 5.0, "long ago", Mark::Plan)];
            check(&view, 360.0, 220.0);
            assert!(svg(&view, (360, 220), &Theme::light(), &Plain, Heading::Inside).is_ok());
        }
    }
    let empty = chart("empty", "Empty", "things", 2026);
    check(&empty, 300.0, 200.0);
    let no_years = ChartView { years: Vec::new(), layers: samples::aws().layers, ..empty };
    assert!(laid_out(&no_years, 300.0, 200.0).year_at(100.0).is_none());
}

#[test]
fn bands_are_within_the_scale_and_part_where_nothing_is_known() {
    let certain = laid_out(&samples::aws(), 540.0, 240.0);
    let layout = laid_out(&samples::uncertain(), 540.0, 240.0);
    let highest = |layout: &Layout| layout.axes.ticks.iter().map(|tick| tick.value).fold(0.0, f64::max);
    assert!(highest(&certain) < 421.0 * 1.3 && highest(&layout) >= 421.0 * 1.3);
    let known: Vec<bool> = layout.shapes[2].bands.iter().map(Option::is_some).collect();
    // The first year is the same in every draw.
    assert_eq!(known, [false, true, true, true, true, true, false, true, true]);
    let picture = svg(&samples::uncertain(), (540, 240), &Theme::light(), &Plain, Heading::Outside).unwrap();
    let areas = picture.matches("opacity=\"0.12\"").count();
    assert_eq!(areas, 1 + 2, "one stretch, and two beside the gap");
    assert_eq!(picture.matches("opacity=\"0.16\"").count(), areas);
}

#[test]
fn a_label_far_from_its_dot_is_led_to_it() {
    let mut led = 0;
    for (view, width) in
        samples::all().iter().flat_map(|view| [300.0, 320.0, 440.0, 540.0].map(|width| (view, width)))
    {
        for dot in laid_out(view, width, 240.0).dots {
            let Some(words) = &dot.label else { continue };
            let Point { x, y } = dot.center;
            let near = words.rect.grown(20.0).holds(&Rect { left: x, top: y, right: x, bottom: y });
            assert!(near || dot.leader.is_some(), "{} in {}", words.lines.concat(), view.id);
            led += usize::from(dot.leader.is_some());
        }
    }
    assert!(led > 0, "no label needs a leader, so this test tests nothing");
}

#[test]
fn absent_values_break_the_line_and_keep_its_label() {
    let mut view = samples::cash();
    view.layers[0].values[3] = None;
    view.layers[0].values[8] = None;
    view.dots.clear();
    let layout = laid_out(&view, 540.0, 240.0);
    assert_eq!(layout.shapes[0].points.iter().filter(|point| point.is_none()).count(), 2);
    assert!(layout.labels[0].leader.is_some(), "the label says which point it belongs to");
    let picture = svg(&view, (540, 240), &Theme::light(), &Plain, Heading::Outside).unwrap();
    let dashed = picture.matches("stroke-dasharray").count();
    assert_eq!(picture.matches("<polyline").count() - dashed, 2 + 1, "two stretches and a leader");
}

#[test]
fn the_axis_stays_while_a_value_moves_a_little() {
    let mut view = samples::power();
    let before = laid_out(&view, 540.0, 240.0);
    view.layers[2].values[8] = Some(36.4);
    let after = laid_out(&view, 540.0, 240.0);
    assert_eq!(before.axes, after.axes);
}

#[test]
fn the_pointer_finds_its_year() {
    let layout = laid_out(&samples::power(), 540.0, 240.0);
    assert_eq!(layout.year_at(-10.0), Some(0));
    assert_eq!(layout.year_at(layout.axes.years[4].x + 3.0), Some(4));
    assert_eq!(layout.year_at(1e4), Some(8));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_data_are_clean(
        width in 280.0..900.0_f64,
        lines in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.9, -50.0..400.0_f64), 9), 1..4),
        figures in prop::collection::vec((2025..=2033, -50.0..400.0_f64), 0..3),
        bars in 0..2_usize,
        size in 0..7_i32,
    ) {
        let mut view = chart("any", "Any", "things", 2025);
        view.scale = (0..size).fold(0.001, |scale, _| scale * 10.0);
        for (place, values) in lines.into_iter().enumerate() {
            let kind = if place < bars { LayerKind::Bar } else { LayerKind::Line };
            let mut one = layer(kind, "income", ["income", "free cash flow", "depreciation"][place], &[]);
            one.baseline = (place == 1).then(|| values.iter().map(|value| value.map(|v| v * 0.8)).collect());
            one.values = values;
            view.layers.push(one);
        }
        view.dots = figures.into_iter().map(|(year, value)| dot(year, value, "doubling by then", Mark::Plan)).collect();
        check(&view, width, 230.0);
        let picture = || svg(&view, (540, 240), &Theme::dark(), &Plain, Heading::Inside).unwrap();
        prop_assert_eq!(picture(), picture());
    }
}
