//! The command line of `cargo xtask`.

use crate::Error;

/// Shown with every mistake on the command line.
pub(crate) const USAGE: &str = "usage: cargo xtask serve [--port N] | test | build | bundle | size | bench [--backend plotters-canvas] | embed | lighthouse";

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Set up, build and serve the page on 127.0.0.1.
    Serve {
        /// The port, 8080 unless given.
        port: u16,
    },
    /// Set up everything and run every test, native and in the browser.
    Test,
    /// Set up and build; leaves `dist/`.
    Build,
    /// Set up and build; says where the one file is, and how large.
    Bundle,
    /// Print the bytes of `dist/` and hold them against the budget.
    Size,
    /// Measure the page in Chromium.
    Bench {
        /// What draws.
        backend: Backend,
    },
    /// Measure elements in somebody else's page.
    Embed,
    /// Measure the page as on a phone.
    Lighthouse,
    /// Finish the page; Trunk calls this.
    PostBuild,
}

/// What puts drawings onto a canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Backend {
    /// The page's own.
    #[default]
    Own,
    /// plotters-canvas, to compare with.
    PlottersCanvas,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// [`Error::Usage`] for an unknown or missing word.
pub fn parse(words: &[String]) -> Result<Task, Error> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["serve"] => Ok(Task::Serve { port: 8080 }),
        ["serve", "--port", port] => Ok(Task::Serve { port: read_port(port)? }),
        ["serve", word] if word.starts_with("--port=") => Ok(Task::Serve { port: read_port(&word[7..])? }),
        ["test"] => Ok(Task::Test),
        ["build"] => Ok(Task::Build),
        ["bundle"] => Ok(Task::Bundle),
        ["size"] => Ok(Task::Size),
        ["bench"] => Ok(Task::Bench { backend: Backend::Own }),
        ["bench", "--backend", "plotters-canvas"] => Ok(Task::Bench { backend: Backend::PlottersCanvas }),
        ["embed"] => Ok(Task::Embed),
        ["lighthouse"] => Ok(Task::Lighthouse),
        ["post-build"] => Ok(Task::PostBuild),
        [] => Err(Error::Usage("what shall be done?".into())),
        _ => Err(Error::Usage(format!("not understood: {}", words.join(" ")))),
    }
}

fn read_port(text: &str) -> Result<u16, Error> {
    text.parse().map_err(|_| Error::Usage(format!("--port takes a number from 0 to 65535, not {text:?}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task, Error> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn both_spellings_of_the_port() {
        for line in ["serve --port 9000", "serve --port=9000"] {
            assert_eq!(read(line).unwrap(), Task::Serve { port: 9000 });
        }
        assert_eq!(read("serve").unwrap(), Task::Serve { port: 8080 });
    }

    #[test]
    fn the_bench_can_draw_with_another_backend() {
        assert_eq!(read("bench").unwrap(), Task::Bench { backend: Backend::Own });
        let other = Task::Bench { backend: Backend::PlottersCanvas };
        assert_eq!(read("bench --backend plotters-canvas").unwrap(), other);
    }

    #[test]
    fn mistakes_are_named() {
        for line in ["", "sevre", "serve --port x", "test now", "bench --backend crayon"] {
            assert!(read(line).unwrap_err().to_string().contains("usage:"), "{line}");
        }
    }
}
