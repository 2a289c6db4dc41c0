//! An SVG becomes pixels, without a browser.

use crate::{PictureError, drawing::SIZE, font};
use resvg::{
    render,
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};
use std::sync::Arc;

/// Makes pictures of SVG that is set in the font that lies here.
pub(crate) struct Press {
    fonts: Arc<Database>,
}

impl Press {
    pub(crate) fn new() -> Self {
        Self { fonts: font::database() }
    }

    /// The drawing as the library reads it.
    pub(crate) fn read(&self, name: &str, svg: &str) -> Result<Tree, PictureError> {
        let options = Options {
            fontdb: Arc::clone(&self.fonts),
            font_family: font::FAMILY.to_owned(),
            ..Options::default()
        };
        Tree::from_str(&font::in_own_letters(svg), &options).map_err(|error| failed(name, error))
    }

    /// A PNG of [`SIZE`] times `density`.
    pub(crate) fn png(&self, name: &str, tree: &Tree, density: u8) -> Result<Vec<u8>, PictureError> {
        let [width, height] = [SIZE.0, SIZE.1].map(|length| length * u32::from(density));
        let mut pixels = Pixmap::new(width, height).ok_or_else(|| failed(name, "has no size"))?;
        let scale = f32::from(density);
        render(tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        // The paper covers all of it, so there is no transparency to keep.
        let colours: Vec<u8> =
            pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        written(&colours, width, height).map_err(|error| failed(name, error))
    }
}

fn written(colours: &[u8], width: u32, height: u32) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(colours)?;
    writer.finish()?;
    Ok(file)
}

fn failed(name: &str, reason: impl ToString) -> PictureError {
    PictureError::Drawing { name: name.to_owned(), reason: reason.to_string() }
}
