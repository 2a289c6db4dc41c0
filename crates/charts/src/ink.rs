//! The few colours of the story by what they stand for.

/// A colour by its meaning. Two inks differ in lightness as well as in hue wherever they share a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// What runs, what is new.
    Running,
    /// What stands idle; the dearer of two kinds.
    Idle,
    /// What is earned; the first of two kinds.
    Income,
    /// What comes in.
    Sales,
    /// What wears off and is replaced.
    Depreciation,
    /// What labour saves.
    Saving,
    /// What goes wrong.
    Hot,
    /// Limits and yardsticks.
    Limit,
}

impl Ink {
    /// Every ink, in the order of [`crate::Theme::inks`].
    pub const ALL: [Self; 8] = [
        Self::Running,
        Self::Idle,
        Self::Income,
        Self::Sales,
        Self::Depreciation,
        Self::Saving,
        Self::Hot,
        Self::Limit,
    ];

    /// The ink of a colour name in the story, one of [`engine::story::COLOURS`].
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "running" | "new" => Self::Running,
            "idle" | "gpu" => Self::Idle,
            "income" | "trainium" | "openai" => Self::Income,
            "sales" | "cash" => Self::Sales,
            "depreciation" | "replacing" => Self::Depreciation,
            "saving" => Self::Saving,
            "hot" => Self::Hot,
            "limit" | "base" => Self::Limit,
            _ => return None,
        })
    }

    /// The custom property that holds it in the page's style.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Running => "--running",
            Self::Idle => "--idle",
            Self::Income => "--income",
            Self::Sales => "--sales",
            Self::Depreciation => "--depreciation",
            Self::Saving => "--saving",
            Self::Hot => "--hot",
            Self::Limit => "--limit",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::story::COLOURS;

    #[test]
    fn every_name_is_known_and_every_ink_has_one() {
        for name in COLOURS {
            assert!(Ink::parse(name).is_some(), "{name}");
        }
        for ink in Ink::ALL {
            assert_eq!(Ink::parse(ink.token().trim_start_matches("--")), Some(ink));
        }
        assert_eq!(Ink::parse("mauve"), None);
    }
}
