//! A scenario comes back from a file, through the same validator as a link.

use crate::browser::on_file;
use crate::explorer::Explorer;

impl Explorer {
    /// Shows what files hold that are chosen or dropped on the page, as changes like others.
    pub(crate) fn open_files(self) {
        on_file(move |came_of_it, content, name| {
            let why = match came_of_it {
                "link" => {
                    // What still waits is a change of what is left now.
                    self.end_replay();
                    self.settle();
                    self.open_link(content, Some(name));
                    return self.remember(None);
                }
                "long" => "opened_long",
                "json" => "opened_no_json",
                _ => "opened_no_scenario",
            };
            self.refuse_file(name, (why, content.to_owned()));
        });
    }
}
