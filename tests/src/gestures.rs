//! What a person does to the page: clicks, keys, typing, and dragging a slider with the pointer.

use crate::{Failure, Outcome, Page};
use serde_json::json;
use std::time::Duration;
use thirtyfour::{Key, TypingData};

/// A slider on the screen: its left edge, width and middle in CSS pixels, its least and greatest value and its value now.
type Track = (f64, f64, f64, f64, f64, f64);

impl Page {
    /// Scrolls there and clicks.
    ///
    /// # Errors
    /// [`Failure::Waited`] if it is not there, [`Failure::Driver`] if something lies above it.
    pub async fn click(&self, selector: &str) -> Outcome {
        self.with(selector, async |element| {
            element.scroll_into_view().await?;
            element.click().await
        })
        .await
    }

    /// Presses keys in a control: `Key::Right + Key::Right`, or a text.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn keys(&self, selector: &str, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.find(selector).await?.send_keys(keys).await?)
    }

    /// Presses keys wherever the focus is.
    ///
    /// # Errors
    /// [`Failure::Driver`].
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.driver().action_chain().send_keys(keys).perform().await?)
    }

    /// Replaces a box's text and leaves it with Enter.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn type_in(&self, selector: &str, text: &str) -> Outcome {
        self.with(selector, async |element| {
            element.scroll_into_view().await?;
            element.click().await?;
            element.send_keys(Key::Control + "a").await?;
            element.send_keys(TypingData::from(text) + Key::Enter).await
        })
        .await
    }

    /// Drags a slider's thumb with the pointer from its value, which must be `from`, until it stands at `to`.
    ///
    /// # Errors
    /// [`Failure::Broken`] if it stands elsewhere before, or at the end further from `to` than one pixel.
    pub async fn drag(&self, selector: &str, from: f64, to: f64) -> Outcome {
        self.with(selector, async |element| element.scroll_into_view().await).await?;
        let (left_css, width_css, middle_css, min, max, now) = self.track(selector).await?;
        if now != from {
            return Err(Failure::Broken(format!("{selector} stands at {now}, not at {from}")));
        }
        let per_css = (max - min) / (width_css - THUMB_CSS);
        #[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
        let at = |value: f64| (left_css + THUMB_CSS / 2.0 + (value - min) / per_css).round() as i64;
        #[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
        let middle = middle_css.round() as i64;
        // One chain: between two, this driver's pointer lets the thumb go. The default waits a quarter of a second a step.
        let mut chain = self.driver().action_chain_with_delay(None, Some(STEP));
        chain = chain.move_to(at(from), middle).click_and_hold();
        for part in 1..=12 {
            chain = chain.move_to(at(from + (to - from) * f64::from(part) / 12.0), middle);
        }
        chain.release().perform().await?;
        let reached = self.track(selector).await?.5;
        if (reached - to).abs() > per_css {
            return Err(Failure::Broken(format!("{selector} stands at {reached}, not at {to}")));
        }
        Ok(())
    }

    /// Takes an element with the pointer and lets it go so many CSS pixels further to the right and down.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn drag_by(&self, selector: &str, right_css: i64, down_css: i64) -> Outcome {
        let element = self.find(selector).await?;
        element.scroll_into_view().await?;
        let mut chain = self.driver().action_chain_with_delay(None, Some(STEP));
        chain = chain.move_to_element_center(&element).click_and_hold();
        for part in 1..=12 {
            let step = |way: i64| way * part / 12 - way * (part - 1) / 12;
            chain = chain.move_by_offset(step(right_css), step(down_css));
        }
        Ok(chain.release().perform().await?)
    }

    async fn track(&self, selector: &str) -> Result<Track, Failure> {
        let selector = json!(selector);
        self.evaluate(&format!(
            "const e = document.querySelector({selector}), r = e.getBoundingClientRect(); \
             return [r.left, r.width, r.top + r.height / 2, +e.min, +e.max, e.valueAsNumber]"
        ))
        .await
    }
}

/// The thumb of our sliders.
const THUMB_CSS: f64 = 22.0;
/// Between two moves of a hand: longer than a frame.
const STEP: Duration = Duration::from_millis(20);
