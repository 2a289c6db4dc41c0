//! Units: products of symbols with whole exponents. Symbols are independent of each other, so that every conversion is
//! written down in the equation that makes it.

use std::collections::BTreeMap;
use std::fmt;

/// A product of powers of symbols; the empty product has no unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit(BTreeMap<String, i32>);

/// Written where a number has no unit.
const NONE: &str = "share";

impl Unit {
    /// Reads `B$/GW/yr`, `TWh $/MWh`, `GW^2`, `1/yr`; `share` and `1` are no unit. `None` if it cannot be read.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut unit = Self::default();
        let spaced = text.replace('/', " / ");
        let mut sign = 1;
        let mut empty = true;
        for part in spaced.split_whitespace() {
            if part == "/" {
                if sign < 0 || empty {
                    return None;
                }
                sign = -1;
                continue;
            }
            empty = false;
            let (symbol, power) = match part.split_once('^') {
                Some((symbol, power)) => (symbol, power.parse::<i8>().ok()?),
                None => (part, 1),
            };
            let known = symbol.chars().all(|c| c.is_ascii_alphabetic() || c == '$' || c == '_' || c == '%');
            if symbol.is_empty() || !(known || symbol == "1") {
                return None;
            }
            if symbol != "1" && symbol != NONE {
                unit.multiply_by(symbol, sign * i32::from(power));
            }
            sign = 1;
        }
        (!empty && sign > 0).then_some(unit)
    }

    /// The symbols in it.
    pub fn symbols(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// True where there is no unit.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The unit of a product, with the other unit to the power of `power`.
    #[must_use]
    pub fn times(&self, other: &Self, power: i32) -> Self {
        let mut product = self.clone();
        for (symbol, exponent) in &other.0 {
            product.multiply_by(symbol, exponent.saturating_mul(power));
        }
        product
    }

    fn multiply_by(&mut self, symbol: &str, power: i32) {
        let exponent = self.0.entry(symbol.to_owned()).or_insert(0);
        *exponent = exponent.saturating_add(power);
        if *exponent == 0 {
            self.0.remove(symbol);
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_none() {
            return out.write_str(NONE);
        }
        let above: Vec<_> = self.0.iter().filter(|(_, power)| **power > 0).collect();
        if above.is_empty() {
            out.write_str("1")?;
        }
        for (at, (symbol, power)) in above.into_iter().enumerate() {
            out.write_str(if at > 0 { " " } else { "" })?;
            write_power(out, symbol, *power)?;
        }
        for (symbol, power) in self.0.iter().filter(|(_, power)| **power < 0) {
            out.write_str("/")?;
            write_power(out, symbol, -*power)?;
        }
        Ok(())
    }
}

fn write_power(out: &mut fmt::Formatter<'_>, symbol: &str, power: i32) -> fmt::Result {
    if power == 1 { out.write_str(symbol) } else { write!(out, "{symbol}^{power}") }
}
