//! `sliderule serve`: the page of a story while it is written, new at each save.

use crate::arguments::Options;
use crate::bundle::{template, told};
use crate::check::saved;
use crate::error::CliError;
use loopback::{Answer, Find};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

/// Holds the story's page in a frame, asks for the state of its files, and shows mistakes.
const AROUND: &str = include_str!("serve.html");
const HTML: &str = "text/html; charset=utf-8";

/// Serves until it is ended from outside; prints the address.
pub(crate) fn serve(options: &Options) -> Result<String, CliError> {
    let desk = Desk { template: template(options)?, story: options.story.clone(), last: Mutex::default() };
    let (listener, address) = loopback::listen(options.port.unwrap_or(8080)).map_err(CliError::Call)?;
    println!("http://{address}/ shows {}, new at each save; Ctrl-C ends it", options.story.display());
    std::io::stdout().flush().ok();
    let find: Arc<Find> = Arc::new(move |request| desk.find(&request.url));
    loopback::answer_all(&listener, &AtomicBool::new(false), &find);
    Ok(String::new())
}

/// What the author looks at.
struct Desk {
    template: String,
    story: PathBuf,
    /// The state of the files that was last looked into, and what is wrong with them.
    last: Mutex<(u64, String)>,
}

impl Desk {
    fn find(&self, url: &str) -> Option<Answer> {
        let text = |kind, text: String| Some(Answer { kind, bytes: text.into_bytes(), ..Answer::default() });
        match url.split(['?', '#']).next()? {
            "/" => text(HTML, AROUND.to_owned()),
            "/page" => text(HTML, self.page().unwrap_or_default()),
            "/state" => text("text/plain; charset=utf-8", self.state()),
            _ => None,
        }
    }

    /// The page; none while the story has mistakes, which the state names.
    fn page(&self) -> Option<String> {
        told(&self.template, &author::read(&self.story).ok()?).ok()
    }

    /// A number that changes with every save, and behind it what is wrong.
    fn state(&self) -> String {
        let mut hasher = DefaultHasher::new();
        saved(&self.story).hash(&mut hasher);
        // The lowest bit tells the first state from none.
        let now = hasher.finish() | 1;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.0 != now {
            let told = author::read(&self.story)
                .map_err(CliError::from)
                .and_then(|story| told(&self.template, &story));
            *last = (now, told.map_or_else(|error| error.to_string(), |_| String::new()));
        }
        format!("{now}\n{}", last.1)
    }
}
