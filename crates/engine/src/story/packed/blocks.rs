//! The fields of every block, each with the kind of its values.

use super::{Kind, Packed, Reader, Writer};
use crate::story::{
    About, Assumption, Backtest, Change, Claim, Comparison, Dot, Earlier, Figure, Layer, LayerKind, Lever,
    Paragraph, Preset, Quantity, Series, Source, SourceKind, Status, Step, Story, UnitWords, Variant, View,
};

macro_rules! blocks {
    ($($block:ident { $($field:ident: $kind:ident),* })*) => {$(
        impl Packed for $block {
            fn write(&self, writer: &mut Writer, _: Kind) {
                $(self.$field.write(writer, Kind::$kind);)*
            }

            fn read(reader: &mut Reader, _: Kind) -> Self {
                Self { $($field: Packed::read(reader, Kind::$kind)),* }
            }
        }
    )*};
}

macro_rules! choices {
    ($($choice:ident { $($one:ident),* })*) => {$(
        impl Packed for $choice {
            fn write(&self, writer: &mut Writer, kind: Kind) {
                (*self as usize).write(writer, kind);
            }

            fn read(reader: &mut Reader, kind: Kind) -> Self {
                let number = usize::read(reader, kind);
                let all = [$($choice::$one),*];
                reader.fits &= number < all.len();
                all[number % all.len()]
            }
        }
    )*};
}

blocks! {
    Story {
        about: Count, sources: Count, figures: Count, series: Count, assumptions: Count, levers: Count, model: Count,
        views: Count, verdict: Count, backtests: Count, presets: Count, tour: Count, prose: Count, changes: Count,
        terms: Count, units: Count, words: Count
    }
    About {
        id: Word, model_version: Word, languages: Word, subject: Count, question: Count, lead: Count, first_year: Count,
        last_year: Count, illustrative_after: Count, asked: Link, limits: Count, weaknesses: Count
    }
    Source { kind: Choice, title: Count, date: Word, date_inferred: Count, file: Word, language: Choice, note: Count }
    Figure {
        value: Number, unit: Unit, period: Word, entity: Choice, status: Choice, source: Link, paragraph: Count,
        printed: Word, label: Count, note: Count, before: Number, context: Count, wrong: Count
    }
    Series { unit: Unit, years: Link }
    Assumption {
        label: Count, unit: Unit, low: Number, central: Number, high: Number, draw: Number, range: Number, whole: Count,
        reason: Count, figures: Link, sources: Link
    }
    Lever {
        label: Count, unit: Unit, unit_label: Count, low: Number, default: Number, earlier: Count, high: Number,
        range: Number, step: Number, reason: Count, view: Link, claims: Count
    }
    Earlier { until: Word, value: Number, figure: Link }
    Claim { at: Equation, figure: Link, label: Count }
    Quantity { unit: Unit, value: Equation, label: Count, note: Count, choices: Count, beside: Link, intermediate: Count }
    View { title: Count, unit: Unit, unit_label: Count, layers: Count, dots: Count, sentence: Count }
    Layer { kind: Choice, quantity: Link, opening: Equation, colour: Choice, label: Count }
    Dot { figure: Link, year: Count, at: Equation, label: Count }
    Variant { when: Equation, text: Count }
    Backtest { year: Count, set: Equation, figures: Equation, compare: Count, note: Count }
    Comparison { quantity: Link, actual: Link, naive: Equation }
    Preset { label: Count, reason: Count, set: Equation, figures: Link }
    Step { text: Count, set: Equation, view: Link }
    Paragraph { text: Count, view: Link, figures: Link }
    Change { date: Word, what: Count, effect: Count }
    UnitWords { prose: Count, name: Count, scale: Number, whole: Count, plain: Count }
}

choices! {
    SourceKind { Article, Filing, Publication, Inference }
    Status { Reported, Guidance, Plan, LeakedPlan, Estimate, Claim, Rumour, Disputed, Inferred }
    LayerKind { Line, Limit, Bar }
}
