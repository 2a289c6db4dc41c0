//! A value for every year.

use engine::{Path, PathError};

fn read(text: &str) -> Result<Path, PathError> {
    Path::read(text, &|text| text.parse().ok())
}

#[test]
fn a_path_is_straight_between_its_points_and_level_outside() {
    let path = read("2026:200, 2028:250,2030:250,2031:0").unwrap();
    let values: Vec<f64> = (2024..=2033).map(|year| path.at(year)).collect();
    assert_eq!(values, [200.0, 200.0, 200.0, 225.0, 250.0, 250.0, 250.0, 0.0, 0.0, 0.0]);
    assert_eq!((path.level(), read("2029:7").unwrap().level()), (None, Some(7.0)));
    assert_eq!(read("2029:7").unwrap().at(2033), 7.0);
    assert_eq!(
        read("-2147483648:0,2147483647:1").unwrap().at(0).to_bits(),
        0.500_000_000_116_415_3_f64.to_bits()
    );
}

#[test]
fn what_is_no_path_is_refused() {
    assert_eq!(read("2028:1,2028:2"), Err(PathError::Order(2028)));
    assert_eq!(read("2028:1,2027:2"), Err(PathError::Order(2027)));
    for text in ["", "2028", "2028:", "x:1", "2028:1,", "2028:1;2029:2"] {
        assert_eq!(read(text), Err(PathError::Unreadable), "{text}");
    }
    assert_eq!(Path::new(Vec::new()), Err(PathError::Empty));
}
