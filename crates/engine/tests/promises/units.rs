//! Units are read, written and multiplied; a mistyped word finds the one that was meant.

use engine::nearest::nearest;
use engine::units::Unit;

#[test]
fn units_are_written_as_they_are_read() {
    for text in ["B$/GW/yr", "1/yr", "share", "GW^2", "$ TWh/MWh", "kW/chips"] {
        assert_eq!(Unit::parse(text).unwrap().to_string(), text);
    }
    for bad in ["", "/yr", "GW//yr", "GW/", "5", "GW^x", "a-b"] {
        assert_eq!(Unit::parse(bad), None, "{bad}");
    }
}

#[test]
fn units_of_products_are_products() {
    let per = Unit::parse("B$/GW").unwrap();
    let power = Unit::parse("GW").unwrap();
    assert_eq!(per.times(&power, 1), Unit::parse("B$").unwrap());
    assert!(power.times(&power, -1).is_none());
}

#[test]
fn what_is_near_enough_was_meant() {
    let known = ["capex", "power", "trainium_share"];
    assert_eq!(nearest("capx", known.into_iter()), Some("capex"));
    assert_eq!(nearest("trainum_share", known.into_iter()), Some("trainium_share"));
    assert_eq!(nearest("banana", known.into_iter()), None);
    assert_eq!(nearest("GWh", ["GW", "TWh/yr"].into_iter()), Some("GW"));
}
