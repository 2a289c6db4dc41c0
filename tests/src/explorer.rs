//! The parts of our own page by their names: verdict, levers, tables, strip.

use crate::{Failure, Outcome, Page};
use serde_json::json;

/// A cell of a chart's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Whose value it is.
    pub quantity: String,
    /// Of which year.
    pub year: i32,
    /// Exactly; none where the table has a dash.
    pub value: Option<f64>,
    /// As it is written, with plain spaces.
    pub text: String,
}

impl Page {
    /// Waits until what was set is computed and painted: two frames later.
    ///
    /// # Errors
    /// As [`Page::evaluate`].
    pub async fn settle(&self) -> Outcome {
        self.evaluate_later("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))")
            .await
    }

    /// Waits until what moved counts as resting, and what is out of sight has been said anew.
    ///
    /// # Errors
    /// As [`Page::evaluate`].
    pub async fn rest(&self) -> Outcome {
        self.evaluate_later("setTimeout(done, 300)").await
    }

    /// The verdict as a person reads it, with plain spaces.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn verdict(&self) -> Result<String, Failure> {
        self.settle().await?;
        Ok(plain(&self.text("#verdict").await?))
    }

    /// Where a lever's slider stands.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn lever(&self, id: &str) -> Result<f64, Failure> {
        self.settle().await?;
        let text = self.value(&format!("#lever-{id}")).await?;
        text.parse().map_err(|_| Failure::Broken(format!("lever {id} stands at {text:?}")))
    }

    /// Opens the table of a chart, unless it is open.
    ///
    /// # Errors
    /// As [`Page::click`].
    pub async fn open_table(&self, view: &str) -> Outcome {
        let closed: bool =
            self.evaluate(&format!("return !document.querySelector('#view-{view} details').open")).await?;
        if closed {
            self.click(&format!("#view-{view} summary")).await?;
        }
        self.find(&format!("#view-{view} tbody tr")).await.map(|_| ())
    }

    /// The cells of a chart's open table, row by row.
    ///
    /// # Errors
    /// As [`Page::evaluate`].
    pub async fn table(&self, view: &str) -> Result<Vec<Cell>, Failure> {
        self.settle().await?;
        let cells: Vec<(String, String, Option<String>, String)> = self
            .evaluate(&format!(
                "return [...document.querySelectorAll('#view-{view} tbody data')].map(cell => [cell.dataset.quantity, \
                 cell.dataset.year, cell.dataset.value ?? null, cell.textContent])"
            ))
            .await?;
        let broken = |text: &str| Failure::Broken(format!("the table of {view} holds {text:?}"));
        let cell = |(quantity, year, value, text): (String, String, Option<String>, String)| {
            let year = year.parse().map_err(|_| broken(&year))?;
            let value = value.map(|value| value.parse().map_err(|_| broken(&value))).transpose()?;
            Ok(Cell { quantity, year, value, text: plain(&text) })
        };
        cells.into_iter().map(cell).collect()
    }

    /// What binds, year by year, as the strip says it to machines.
    ///
    /// # Errors
    /// As [`Page::evaluate`].
    pub async fn strip(&self) -> Result<Vec<String>, Failure> {
        self.settle().await?;
        self.evaluate("return [...document.querySelectorAll('.strip td:nth-child(2) data')].map(year => year.dataset.value)")
            .await
    }

    /// True where the element itself has the focus.
    ///
    /// # Errors
    /// As [`Page::evaluate`].
    pub async fn has_focus(&self, selector: &str) -> Result<bool, Failure> {
        let selector = json!(selector);
        self.evaluate(&format!("return document.activeElement?.matches({selector}) ?? false")).await
    }

    /// Gives the focus, as the Tab key would in the end.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn focus(&self, selector: &str) -> Outcome {
        self.with(selector, async |element| element.focus().await).await
    }
}

/// Every run of spaces, the unbreakable ones as well, as one plain space.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
