//! What an author calls: a new story, and checks at each save.

use crate::program::{sliderule, with};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("authors").join(name);
    fs::remove_dir_all(&path).ok();
    path
}

fn new(path: &Path) -> String {
    with(["new".into(), path.to_owned()]).answer()
}

#[test]
fn a_new_story_has_no_mistakes_and_answers() {
    let path = folder("my-story");
    let said = new(&path);
    assert!(said.contains("check") && said.contains("--watch"), "{said}");
    let checked = with(["check".into(), path.clone()]).answer();
    assert_eq!(checked, "my-story: 3 figures, 1 assumption, 1 lever, 3 quantities, 1 view. No mistakes.\n");
    let ran = with(["run".into(), path.clone(), "--set".into(), "loaves=100000".into()]).answer();
    assert!(ran.contains("the oven has paid for itself in 2027.\n"), "{ran}");
    let ran = with(["run".into(), path.clone(), "--set".into(), "loaves=60000".into()]).answer();
    assert!(ran.contains("does not pay for itself by 2033"), "{ran}");
    let drawn = with(["render".into(), path, "--view".into(), "oven".into()]).answer();
    assert!(drawn.contains("</svg>") && drawn.contains("price of the oven"));
}

/// Each file names its schema, and the schema is there.
#[test]
fn editors_find_the_schemas() {
    let path = folder("schemas");
    new(&path);
    let mut files = 0;
    for entry in fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_file() {
            let text = fs::read_to_string(&entry).unwrap();
            let schema = text.lines().next().and_then(|line| line.strip_prefix("#:schema ")).unwrap();
            assert!(path.join(schema).is_file(), "{schema}");
            files += 1;
        }
    }
    assert_eq!(files, 9);
}

#[test]
fn a_folder_that_is_taken_stays_as_it_is() {
    let path = folder("taken");
    fs::create_dir_all(&path).unwrap();
    new(&path);
    fs::write(path.join("model.toml"), "mine").unwrap();
    let called = with(["new".into(), path.clone()]);
    assert_eq!((called.status, called.out.as_str()), (2, ""));
    assert!(called.error.contains("a folder with files in it"), "{}", called.error);
    assert_eq!(fs::read_to_string(path.join("model.toml")).unwrap(), "mine");
    let called = with(["new".into(), path.join("model.toml")]);
    assert_eq!((called.status, called.error.contains("is a file")), (2, true), "{}", called.error);
    assert_eq!(sliderule("new").status, 2);
}

/// The lines of a program that does not end by itself.
fn lines(mut child: Command) -> (std::process::Child, Receiver<String>) {
    let mut child = child.stdout(Stdio::piped()).spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (send, receive) = channel();
    std::thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            if send.send(line).is_err() {
                return;
            }
        }
    });
    (child, receive)
}

#[test]
fn a_watched_story_is_checked_at_each_save() {
    let path = folder("watched");
    new(&path);
    let mut command = Command::new(env!("CARGO_BIN_EXE_sliderule"));
    command.args(["check".as_ref(), path.as_os_str(), "--watch".as_ref()]);
    let (mut child, lines) = lines(command);
    let until = |wanted: &str| {
        let mut seen = String::new();
        while let Ok(line) = lines.recv_timeout(Duration::from_secs(20)) {
            seen += &(line + "\n");
            if seen.lines().last().is_some_and(|line| line.contains(wanted)) {
                return seen;
            }
        }
        panic!("no {wanted:?} in {seen}");
    };
    assert!(until("Ctrl-C").contains("No mistakes."));
    let model = path.join("model.toml");
    let text = fs::read_to_string(&model).unwrap();
    fs::write(&model, text.replace("margin * more_loaves", "margin * more_loafs")).unwrap();
    let broken = until("Ctrl-C");
    assert!(broken.contains("did you mean `more_loaves`?") && broken.contains("^^^^^^^^^^"), "{broken}");
    fs::write(&model, text).unwrap();
    assert!(until("Ctrl-C").contains("No mistakes."));
    fs::write(path.join("modle.toml"), "").unwrap();
    assert!(until("Ctrl-C").contains("did you mean `model`?"));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A page as small as one can be that takes a story.
const PAGE: &str = "<!doctype html><title>a</title><script id=tale type=text/plain></script>\
    <main id=static><div id=static-verdict></div><figure id=static-picture></figure></main>";

fn page(name: &str) -> PathBuf {
    let path = folder(name);
    fs::create_dir_all(&path).unwrap();
    fs::write(path.join("page.html"), PAGE).unwrap();
    path.join("page.html")
}

#[test]
fn a_story_becomes_one_file() {
    let (story, page) = (folder("to-bundle"), page("bundle"));
    new(&story);
    let out = page.with_file_name("out.html");
    let words = |story: &Path| -> Vec<PathBuf> {
        let words =
            ["bundle".as_ref(), story, "--page".as_ref(), page.as_path(), "-o".as_ref(), out.as_path()];
        words.map(Path::to_path_buf).into()
    };
    assert!(with(words(&story)).answer().contains("out.html: "));
    let html = fs::read_to_string(&out).unwrap();
    assert!(html.contains("<title>When has the second oven paid for itself? – Sliderule</title>"));
    assert!(html.contains("80,000") && html.contains("<svg") && html.len() > PAGE.len() + 1_000);
    // A story with mistakes makes no file, and neither does a page that takes none.
    fs::remove_file(&out).unwrap();
    fs::write(story.join("model.toml"), "").unwrap();
    assert_eq!((with(words(&story)).status, out.exists()), (1, false));
    fs::write(&page, "no page").unwrap();
    let called = with(words(&crate::program::story()));
    assert_eq!((called.status, out.exists()), (1, false), "{}", called.error);
    assert!(called.error.contains("the page must hold one element"), "{}", called.error);
}

#[test]
fn the_served_page_follows_the_files() {
    let (story, page) = (folder("to-serve"), page("serve"));
    new(&story);
    let mut command = Command::new(env!("CARGO_BIN_EXE_sliderule"));
    command.args([
        "serve".as_ref(),
        story.as_os_str(),
        "--port".as_ref(),
        "0".as_ref(),
        "--page".as_ref(),
        page.as_os_str(),
    ]);
    let (mut child, lines) = lines(command);
    let first = lines.recv_timeout(Duration::from_secs(20)).unwrap();
    let address = first.split(['/', ' ']).nth(2).unwrap().to_owned();
    let get = |path: &str| {
        let mut stream = std::net::TcpStream::connect(&address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    };
    assert!(
        get("/").contains("iframe") && get("/page").contains("second oven") && get("/model.toml").is_empty()
    );
    let good = get("/state");
    assert!(good.trim().parse::<u64>().is_ok(), "{good}");
    assert_eq!(get("/state"), good);
    let model = fs::read_to_string(story.join("model.toml")).unwrap();
    fs::write(story.join("model.toml"), model.replace("margin *", "margn *")).unwrap();
    let bad = get("/state");
    assert!(bad.contains("did you mean `margin`?") && bad.lines().next() != good.lines().next(), "{bad}");
    fs::write(story.join("model.toml"), model + "# saved again\n").unwrap();
    assert!(get("/state").trim().parse::<u64>().is_ok());
    child.kill().unwrap();
    child.wait().unwrap();
}
