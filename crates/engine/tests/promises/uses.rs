//! Both ways: what an equation takes, and where everything is used.

use crate::cases::STORY;
use engine::model::Name;
use engine::{Use, Uses};

fn figure(id: &str) -> Name {
    Name::Figure(STORY.figures.position(id).unwrap())
}

fn quantity(id: &str) -> usize {
    STORY.model.position(id).unwrap()
}

#[test]
fn an_equation_and_what_uses_it() {
    let uses = Uses::of(&STORY);
    let operands: Vec<Name> = uses.at(Use::Equation(quantity("built"))).collect();
    assert_eq!(operands, ["aws_capex", "replacement", "cost_per_gw"].map(|id| Name::Quantity(quantity(id))));
    let by: Vec<Use> = uses.by(Name::Quantity(quantity("openai_cover"))).collect();
    let paragraph = Use::Paragraph(STORY.prose.position("openai").unwrap());
    assert_eq!(by, [Use::Sentence(STORY.views.position("openai").unwrap()), paragraph]);
    for (at, _) in STORY.model.iter().enumerate() {
        for name in uses.at(Use::Equation(at)) {
            assert!(uses.by(name).any(|place| place == Use::Equation(at)));
        }
    }
}

#[test]
fn a_figure_is_found_wherever_it_stands() {
    let uses = Uses::of(&STORY);
    let by = |id: &str| uses.by(figure(id)).collect::<Vec<_>>();
    let lever = |id: &str| STORY.levers.position(id).unwrap();
    let view = |id: &str| STORY.views.position(id).unwrap();
    let (claim, dot) = (Use::Claim(lever("capex")), Use::Dot(view("capex_split")));
    let plan = Use::Preset(STORY.presets.position("amazon_plan").unwrap());
    assert_eq!(by("capex_2026")[..3], [claim, dot, plan]);
    // A series stands for its figures: whoever follows what an equation uses arrives somewhere.
    let need = Use::Equation(quantity("replacement_need"));
    assert!(by("it_2020").contains(&need) && uses.at(need).all(|name| !matches!(name, Name::Series(_))));
    let sales = by("sales_2025");
    for place in [Use::Equation(quantity("sales")), Use::Layer(view("aws")), Use::Backtest(0)] {
        assert!(sales.contains(&place), "{place:?}");
    }
    assert!(by("purchases_2025").contains(&Use::Start(lever("capex"))));
    assert_eq!(by("rufus_users"), []);
}
