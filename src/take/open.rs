//! A scenario comes back from a file, through the same validator as a link.

use crate::browser::{Opened, on_file};
use crate::explorer::Explorer;

impl Explorer {
    /// Shows what files hold that are chosen or dropped on the page, as changes like others.
    pub(crate) fn open_files(self) {
        on_file(move |opened, name| {
            let wrong = match opened {
                Opened::Link(link) => {
                    // What still waits is a change of what is left now.
                    self.end_replay();
                    self.settle();
                    self.open_link(&link, Some(name));
                    return self.remember(None);
                }
                Opened::Long => ("file_long", String::new()),
                Opened::NoJson(what) => ("file_no_json", what),
                Opened::NoScenario => ("file_no_scenario", String::new()),
            };
            self.refuse_file(name, wrong);
        });
    }
}
