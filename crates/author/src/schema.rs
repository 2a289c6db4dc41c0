//! JSON Schemas of a story's files, by which editors complete and check them while they are written.

use crate::files::Texts;
use std::path::PathBuf;

/// One a list of a story, in the order of the lists.
const SCHEMAS: [(&str, &str); 17] = [
    ("story.json", include_str!("../../../docs/schema/story.json")),
    ("sources.json", include_str!("../../../docs/schema/sources.json")),
    ("figures.json", include_str!("../../../docs/schema/figures.json")),
    ("series.json", include_str!("../../../docs/schema/series.json")),
    ("assumptions.json", include_str!("../../../docs/schema/assumptions.json")),
    ("levers.json", include_str!("../../../docs/schema/levers.json")),
    ("model.json", include_str!("../../../docs/schema/model.json")),
    ("views.json", include_str!("../../../docs/schema/views.json")),
    ("verdict.json", include_str!("../../../docs/schema/verdict.json")),
    ("backtests.json", include_str!("../../../docs/schema/backtests.json")),
    ("presets.json", include_str!("../../../docs/schema/presets.json")),
    ("tour.json", include_str!("../../../docs/schema/tour.json")),
    ("prose.json", include_str!("../../../docs/schema/prose.json")),
    ("changes.json", include_str!("../../../docs/schema/changes.json")),
    ("terms.json", include_str!("../../../docs/schema/terms.json")),
    ("units.json", include_str!("../../../docs/schema/units.json")),
    ("words.json", include_str!("../../../docs/schema/words.json")),
];

/// The schemas, each with its file name: that of the list and `.json`.
#[must_use]
pub fn schemas() -> Texts {
    SCHEMAS.iter().map(|(name, text)| (PathBuf::from(name), (*text).to_owned())).collect()
}
