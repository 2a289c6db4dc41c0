//! What a person does to the page: clicks, keys, typing, and dragging a slider with the pointer.

use crate::{Failure, Outcome, Page};
use serde_json::json;
use thirtyfour::{Key, TypingData};

/// A slider on the screen: its left edge, width and middle in CSS pixels, its least and greatest value and its value now.
type Track = (f64, f64, f64, f64, f64, f64);

impl Page {
    /// Scrolls there and clicks.
    ///
    /// # Errors
    /// [`Failure::Waited`] if it is not there, [`Failure::Driver`] if something lies above it.
    pub async fn click(&self, selector: &str) -> Outcome {
        let element = self.find(selector).await?;
        element.scroll_into_view().await?;
        Ok(element.click().await?)
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
        let element = self.find(selector).await?;
        element.scroll_into_view().await?;
        element.click().await?;
        element.send_keys(Key::Control + "a").await?;
        Ok(element.send_keys(TypingData::from(text) + Key::Enter).await?)
    }

    /// Drags a slider's thumb with the pointer from its value, which must be `from`, until it stands at `to`. Between
    /// press and release the pointer moves as a hand does: in small steps, at the end pixel by pixel.
    ///
    /// # Errors
    /// [`Failure::Broken`] if it stands elsewhere before, or at the end further from `to` than one pixel.
    pub async fn drag(&self, selector: &str, from: f64, to: f64) -> Outcome {
        self.find(selector).await?.scroll_into_view().await?;
        let (left_css, width_css, middle_css, min, max, now) = self.track(selector).await?;
        if now != from {
            return Err(Failure::Broken(format!("{selector} stands at {now}, not at {from}")));
        }
        let per_css = (max - min) / (width_css - THUMB_CSS);
        let mut x_css = (left_css + THUMB_CSS / 2.0 + (from - min) / per_css).round();
        self.point(x_css, middle_css, Some(Press::Down)).await?;
        let mut reached = from;
        for _ in 0..200 {
            if reached == to {
                break;
            }
            // Close to the end pixel by pixel, or it would step over it and back for ever.
            let rest_css = (to - reached) / per_css;
            x_css += if rest_css.abs() < 4.0 {
                rest_css.signum()
            } else {
                rest_css.clamp(-STEP_CSS, STEP_CSS).round()
            };
            // A hand that slips off the thumb still holds it, this driver's pointer does not: it follows the slider.
            let middle_css = self.track(selector).await?.2;
            self.point(x_css, middle_css, None).await?;
            reached = self.track(selector).await?.5;
        }
        let middle_css = self.track(selector).await?.2;
        self.point(x_css, middle_css, Some(Press::Up)).await?;
        if (reached - to).abs() > 2.0 * per_css {
            return Err(Failure::Broken(format!("{selector} stands at {reached}, not at {to}")));
        }
        Ok(())
    }

    async fn track(&self, selector: &str) -> Result<Track, Failure> {
        let selector = json!(selector);
        self.evaluate(&format!(
            "const e = document.querySelector({selector}), r = e.getBoundingClientRect(); \
             return [r.left, r.width, r.top + r.height / 2, +e.min, +e.max, e.valueAsNumber]"
        ))
        .await
    }

    async fn point(&self, x_css: f64, y_css: f64, press: Option<Press>) -> Outcome {
        #[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
        let (x, y) = (x_css.round() as i64, y_css.round() as i64);
        // The default waits a quarter of a second before each action.
        let chain = self.driver().action_chain_with_delay(None, Some(std::time::Duration::from_millis(8)));
        let chain = chain.move_to(x, y);
        let chain = match press {
            None => chain,
            Some(Press::Down) => chain.click_and_hold(),
            Some(Press::Up) => chain.release(),
        };
        Ok(chain.perform().await?)
    }
}

/// The thumb of our sliders; one of another size needs some pixels more at the end.
const THUMB_CSS: f64 = 22.0;
/// One move of a drag: less than half of any thumb.
const STEP_CSS: f64 = 6.0;

#[derive(Clone, Copy)]
enum Press {
    Down,
    Up,
}
