//! The accessibility checker axe-core, run inside the page.

use crate::{Failure, Outcome, Page};
use serde_json::Value;
use std::{fs, path::PathBuf};

/// A plain run would skip the size of targets.
const RUN: &str = r"const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values:
  ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } }).then(
  found => done(found.violations.map(v =>
    `${v.id} (${v.impact}): ${v.help}: ${v.nodes.map(n => `${n.target} [${n.any.concat(n.all, n.none).map(c => c.message).join('; ')}]`).join(', ')}`)),
  error => done([String(error)]))";

impl Page {
    /// Checks the page as it stands now.
    ///
    /// # Errors
    /// [`Failure::Inaccessible`] with each finding, [`Failure::Missing`] if axe is not set up.
    pub async fn axe(&self) -> Outcome {
        let path = std::env::var_os("SLIDERULE_AXE")
            .map(PathBuf::from)
            .ok_or_else(|| Failure::Missing("SLIDERULE_AXE names no axe.min.js".into()))?;
        self.driver().execute(fs::read_to_string(path)?, Vec::<Value>::new()).await?;
        let found = self.driver().execute_async(RUN, Vec::<Value>::new()).await?;
        let found: Vec<String> = serde_json::from_value(found.json().clone())?;
        if found.is_empty() { Ok(()) } else { Err(Failure::Inaccessible(found)) }
    }
}
