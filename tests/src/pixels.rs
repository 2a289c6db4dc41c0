//! What stands on a canvas, as far as a test can tell without looking.

use crate::{Failure, Page};
use serde::Deserialize;
use serde_json::json;

/// A canvas as it is painted now.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Drawn {
    /// Device pixels.
    pub width: u32,
    /// Device pixels.
    pub height: u32,
    /// How many different colours, clear ones apart.
    pub colours: usize,
    /// The colour of the upper left pixel as `r,g,b,a`.
    pub corner: String,
    /// Differs where the picture differs.
    pub sum: u32,
}

impl Page {
    /// All canvases that match, in the order of the page.
    ///
    /// # Errors
    /// As [`Page::evaluate`].
    pub async fn drawn(&self, selector: &str) -> Result<Vec<Drawn>, Failure> {
        self.settle().await?;
        let selector = json!(selector);
        self.evaluate(&format!(
            "return [...document.querySelectorAll({selector})].map(canvas => {{
               const {{ width, height }} = canvas;
               // A copy: reading a canvas often makes the browser complain about it.
               const copy = new OffscreenCanvas(width, height).getContext('2d', {{ willReadFrequently: true }});
               copy.drawImage(canvas, 0, 0);
               const data = copy.getImageData(0, 0, width, height).data;
               const all = new Uint32Array(data.buffer), colours = new Set(all);
               colours.delete(0);
               let sum = 7;
               for (const pixel of all) sum = (Math.imul(sum, 31) + pixel) >>> 0;
               return {{ width, height, colours: colours.size, corner: String([...data.slice(0, 4)]), sum }};
             }})"
        ))
        .await
    }

    /// Colours of a canvas that are none of the system's and do not fade into its paper, with how often each is there.
    ///
    /// # Errors
    /// As [`Page::evaluate`].
    pub async fn strange_colours(&self, selector: &str) -> Result<Vec<String>, Failure> {
        let selector = json!(selector);
        self.evaluate(&format!(
            "const probe = document.body.appendChild(document.createElement('i')),
               [paper, ...inks] = ['Canvas', 'CanvasText', 'GrayText', 'LinkText'].map(name => {{
                 probe.style.color = name; return getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).map(Number) }});
             probe.remove();
             const between = colour => inks.some(ink => Array.from({{ length: 101 }}, (_, t) => t / 100).some(t =>
               colour.every((part, i) => Math.abs(part - (paper[i] + t * (ink[i] - paper[i]))) < 4)));
             const canvas = document.querySelector({selector}), {{ width, height }} = canvas,
               copy = new OffscreenCanvas(width, height).getContext('2d');
             copy.drawImage(canvas, 0, 0);
             const data = copy.getImageData(0, 0, width, height).data, count = {{}};
             for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) {{
               const name = data.slice(i, i + 3).join(); count[name] = (count[name] ?? 0) + 1 }}
             return Object.entries(count).filter(([name, n]) => n > 100 && !between(name.split(',').map(Number)))
               .map(([name, n]) => `${{n}} x ${{name}}`)"
        ))
        .await
    }
}
