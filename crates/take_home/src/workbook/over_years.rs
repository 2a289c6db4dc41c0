//! Functions over the years as formulas over rows.

use super::formula::{Formulas, Place, STRONGEST, WEAKEST};
use super::layout::{YEARS, column};
use super::steps::{Kind, is_quantity};
use crate::constant::{calendar_year, constant, input, reach_back};
use engine::expr::{Expr, ExprError, ExprKind, Function};
use engine::model::Name;

impl Formulas<'_> {
    pub(super) fn over_years(
        &self,
        of: Function,
        parts: &[Expr],
        place: Place,
    ) -> Result<(u8, String), ExprError> {
        let now = self.index(place);
        let text = match (of, parts) {
            (Function::At, [x, year]) => {
                let year = calendar_year(year, self.names, self.model)?;
                let year = self.model.years.iter().position(|known| *known == year);
                return Ok((STRONGEST, self.part(x, year, STRONGEST)?));
            }
            (Function::Sum, [x]) => format!("SUM({})", self.until(self.row(x)?, now)),
            (Function::StraightLine, [spend, life]) => {
                let (spent, life) = (self.until(self.row(spend)?, now), self.again(life, place, STRONGEST)?);
                let age = format!("{}-{}", self.year(place), self.until(YEARS, now));
                format!("SUMPRODUCT({spent}*({age}<={life})*(1-(({age}=0)+({age}={life})>0)/2))/{life}")
            }
            (Function::Lag, [x, ago, series]) => self.lag(x, ago, series, place)?,
            (Function::Peak | Function::Lowest, [x]) => self.extreme(of, x, self.row(x)?),
            (Function::PeakYear | Function::LowestYear, [x]) => {
                let row = self.row(x)?;
                let (cells, years) = (self.all(row), self.all(YEARS));
                let best = self.best(of, x, &cells);
                let found = format!("INDEX({years},1,MATCH({best},{cells},0))");
                match self.absent.may_be(x) {
                    // What has no value in the first year is bettered by nothing.
                    true => format!("IF(ISERROR({}),{},{found})", start(&cells), start(&years)),
                    false => found,
                }
            }
            (Function::FirstYear, [test]) => {
                let (holds, years) = (self.conditions(test), self.all(YEARS));
                format!("INDEX({years},1,MATCH(1,{holds},0))")
            }
            (_, [test, ..]) => format!("SUM({})", self.conditions(test)),
            (_, []) => String::new(),
        };
        Ok((STRONGEST, text))
    }

    fn extreme(&self, of: Function, x: &Expr, row: u32) -> String {
        let cells = self.all(row);
        let best = self.best(of, x, &cells);
        match self.absent.may_be(x) {
            true => format!("IF(ISERROR({}),NA(),{best})", start(&cells)),
            false => best,
        }
    }

    /// The largest or smallest of some cells, leaving out what has no value.
    fn best(&self, of: Function, x: &Expr, cells: &str) -> String {
        let (name, number) = match of {
            Function::Peak | Function::PeakYear => ("MAX", 4),
            _ => ("MIN", 5),
        };
        match self.absent.may_be(x) {
            true => format!("_xlfn.AGGREGATE({number},6,{cells})"),
            false => format!("{name}({cells})"),
        }
    }

    /// The value of some years ago: of a projected year from its row, of one before from the series.
    fn lag(&self, x: &Expr, ago: &Expr, series: &Expr, place: Place) -> Result<String, ExprError> {
        let (now, row) = (self.index(place), self.row(x)?);
        let [low, high] =
            reach_back(ago, self.names, self.model)?.map(|years| usize::try_from(years).unwrap_or(0));
        let series = match &series.kind {
            ExprKind::Name(text) => match self.names.find(text, series)? {
                Name::Series(at) => at,
                _ => 0,
            },
            _ => 0,
        };
        let before = |years: &str| {
            let [known, values] = ["A", "B"].map(|column| self.layout.series_column(series, column));
            format!("SUMIF({known},{}-{years},{values})", self.year(place))
        };
        let years = self.years_ago(ago, [low, high], place)?;
        // The engine goes through every number of years that can be set, and so far do these cells reach.
        let Some(newest) = now.checked_sub(low) else { return Ok(before(&years)) };
        let cells = self.until(row, newest);
        let first = format!("${}${}", column(0), YEARS + 1);
        let found = format!("INDEX({cells},1,{}-{years}-{first}+1)", self.year(place));
        Ok(match now >= high {
            true => found,
            false => format!("IF({}-{years}>={first},{found},{})", self.year(place), before(&years)),
        })
    }

    /// How many years back: a constant, a cell where only whole numbers can be set, or else the most for all that is not whole.
    fn years_ago(&self, ago: &Expr, [_, high]: [usize; 2], place: Place) -> Result<String, ExprError> {
        let found = match &ago.kind {
            ExprKind::Name(text) => input(self.names.find(text, ago)?, self.model),
            _ => None,
        };
        let Some(input) = found else {
            constant(ago, self.names, self.model)?;
            return Ok(high.to_string());
        };
        let cell = self.part(ago, place, WEAKEST)?;
        Ok(match input.whole && input.range[0] >= 0.0 {
            true => cell,
            false => format!("IF(AND({cell}=INT({cell}),{cell}>=0,{cell}<{high}),{cell},{high})"),
        })
    }

    /// The row of a part that is taken in other years too: its own or its step's, counted from 0.
    fn row(&self, expr: &Expr) -> Result<u32, ExprError> {
        let quantity = match &expr.kind {
            ExprKind::Name(text) if is_quantity(expr, self.names) => match self.names.find(text, expr)? {
                Name::Quantity(at) => Some(at),
                _ => None,
            },
            _ => self.steps.step(expr, Kind::Number),
        };
        Ok(quantity.map_or(YEARS, |at| self.layout.rows[at]))
    }

    fn conditions(&self, test: &Expr) -> String {
        let step = self.steps.step(test, Kind::Condition);
        let row = step.map_or(YEARS, |at| self.layout.rows[at]);
        self.all(row)
    }

    /// The cells of a row from the first year to another; copied to the right, they reach further.
    fn until(&self, row: u32, year: usize) -> String {
        let (from, to) = (column(0), column(year));
        let fixed = if row == YEARS { "$" } else { "" };
        format!("${from}{fixed}{0}:{to}{fixed}{0}", row + 1)
    }

    /// The cells of a row in all years.
    fn all(&self, row: u32) -> String {
        let (from, to) = (column(0), column(self.model.years.len().saturating_sub(1)));
        format!("${from}${0}:${to}${0}", row + 1)
    }
}

/// The first of some cells.
fn start(cells: &str) -> &str {
    cells.split(':').next().unwrap_or(cells)
}
