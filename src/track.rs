//! Where values stand on a slider's track.

use crate::browser::decimal;

/// Half the slider's thumb, as in the style: the track's ends lie so far inside.
pub(crate) const THUMB_PX: i32 = 11;

/// How far along its range a value lies, from 0 to 1.
pub(crate) fn share(range: [f64; 2], value: f64) -> f64 {
    (value - range[0]) / (range[1] - range[0])
}

/// Where a value stands on a track, as a length of the style.
pub(crate) fn place(range: [f64; 2], value: f64) -> String {
    let share = decimal(share(range, value));
    format!("calc({THUMB_PX}px + {share} * (100% - 2 * {THUMB_PX}px))")
}
