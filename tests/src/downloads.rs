//! What the page hands to its reader as files.

use crate::{Failure, Page};
use serde_json::json;
use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// Longer than any file took.
const PATIENCE: Duration = Duration::from_secs(20);

/// A folder of a test's own.
pub struct Downloads {
    /// Where it is.
    pub folder: PathBuf,
}

impl Page {
    /// From now on what the page saves lies there.
    ///
    /// # Errors
    /// What the folder or the driver refuses.
    pub async fn downloads(&self) -> Result<Downloads, Failure> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("sliderule-taken-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let command = json!({ "behavior": "allow", "downloadPath": folder });
        self.driver().cdp().send_raw("Browser.setDownloadBehavior", command).await?;
        Ok(Downloads { folder })
    }
}

impl Downloads {
    /// A file once the browser has written all of it: until then it has another name.
    ///
    /// # Errors
    /// [`Failure::Waited`] if it does not come.
    pub async fn bytes(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let start = Instant::now();
        loop {
            match fs::read(self.folder.join(name)) {
                Ok(bytes) if !bytes.is_empty() => return Ok(bytes),
                _ if start.elapsed() > PATIENCE => return Err(Failure::Waited(name.to_owned())),
                _ => tokio::time::sleep(Duration::from_millis(25)).await,
            }
        }
    }

    /// The same as text.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub async fn text(&self, name: &str) -> Result<String, Failure> {
        Ok(String::from_utf8_lossy(&self.bytes(name).await?).into_owned())
    }
}
