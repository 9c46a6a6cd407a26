//! What the tool says about the examples. Where it says more or says it better, accept the snapshots anew:
//! `INSTA_UPDATE=always cargo test --test examples`.

use std::{
    fs,
    path::Path,
    sync::{Arc, LazyLock},
};

use twosource::{
    compare::{Entity, Level, Passage, Story},
    report,
    workspace::{self, Snapshot},
};

/// An example as it is read and compared.
struct Example {
    folder: &'static str,
    snapshot: Snapshot,
    story: Arc<Story>,
}

static DISMISSAL: LazyLock<Example> = LazyLock::new(|| Example::read("dismissal"));
static BRIDGE: LazyLock<Example> = LazyLock::new(|| Example::read("bridge-draft"));

impl Example {
    fn read(folder: &'static str) -> Example {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(folder);
        let mut problems = Vec::new();
        let mut stories = workspace::stories(&[path], &mut problems);
        for story in &mut stories {
            story.name = folder.into();
        }
        let snapshot = workspace::read(&stories, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let story = snapshot.story(folder).expect("the example is a story");
        Example { folder, snapshot, story }
    }

    /// What `twosource check` prints, with colours, wherever the project lies.
    fn check(&self, why: bool) -> String {
        let root = format!("{}/", Path::new(env!("CARGO_MANIFEST_DIR")).display());
        let text = report::excerpts(&self.snapshot, self.folder, why);
        text.replace(&root, "") + &format!("examples/{}\n", report::summary(&self.snapshot, self.folder))
    }

    /// What `twosource show` prints, with colours.
    fn show(&self) -> String {
        report::cards(&self.snapshot, self.folder)
    }
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

fn words(story: &Story, at: Passage) -> String {
    let account = story.account(at.article).expect("differences are between articles of the story");
    at.span.of(&account.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The marked words of both sides of every difference, sorted by the files' names.
fn marked(story: &Story) -> Vec<(&'static str, String, String)> {
    let differences = story.differences().into_iter().filter(|d| d.level == Level::Differs);
    differences.map(|d| (d.kind.code(), words(story, d.left.at), words(story, d.right.at))).collect()
}

/// The only entity that has a mention with exactly these words.
fn bearer(story: &Story, name: &str) -> Entity {
    let named = |entity: &Entity| {
        entity.chains.iter().any(|chain| {
            let account = story.account(chain.article).expect("chains are of articles of the story");
            account.facts.mentions_of(chain.chain).any(|mention| mention.span.of(&account.text) == name)
        })
    };
    let mut bearers = story.entities().into_iter().map(|(_, entity)| entity).filter(|entity| named(entity));
    let found = bearers.next().unwrap_or_else(|| panic!("nobody is called {name}")).clone();
    assert!(bearers.next().is_none(), "two are called {name}");
    found
}

#[test]
fn differences_of_the_dismissal() {
    insta::assert_snapshot!(plain(&DISMISSAL.check(true)));
}

#[test]
fn differences_of_the_bridge_draft() {
    insta::assert_snapshot!(plain(&BRIDGE.check(true)));
}

#[test]
fn people_of_the_dismissal() {
    insta::assert_snapshot!(plain(&DISMISSAL.show()));
}

#[test]
fn people_of_the_bridge_draft() {
    insta::assert_snapshot!(plain(&BRIDGE.show()));
}

#[test]
fn the_picture_in_the_readme_shows_what_is_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/check.svg");
    let screen = format!("$ twosource check examples/{}\n{}", DISMISSAL.folder, DISMISSAL.check(false));
    let picture = anstyle_svg::Term::new().palette(anstyle_svg::WIN10_CONSOLE).render_svg(&screen);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&path, &picture).expect("the picture can be written");
    }
    assert!(fs::read_to_string(&path).is_ok_and(|old| old == picture), "the picture has changed");
}

#[test]
fn clear_differences_are_marked() {
    let expected = [
        (&BRIDGE, "quantity", "Twelve people", "14 people"),
        (&BRIDGE, "quantity", "5-4", "6-3"),
        (&BRIDGE, "time", "7:52 a.m.", "8:25 a.m."),
        (&DISMISSAL, "quantity", "31", "38"),
        (&DISMISSAL, "time", "3:40 p.m.", "1:15 p.m."),
        (&DISMISSAL, "denial", "did not tell", "told"),
        (&DISMISSAL, "denial", "would not call it a firing", "fired"),
    ];
    for (example, kind, left, right) in expected {
        let marked = marked(&example.story);
        let found = marked.iter().any(|(k, l, r)| *k == kind && l.contains(left) && r.contains(right));
        assert!(found, "{kind}: {left} / {right} is not among {marked:#?}");
    }
}

/// The near misses that `examples/README.md` lists.
#[test]
fn what_only_seems_to_differ_is_not_marked() {
    const TRAPS: &[&str] = &[
        "220",
        "200",
        "$3.4",
        "$3.5",
        "9,000",
        "paragraphs",
        "politicians",
        "vans",
        "weeks",
        "April",
        "2009",
        "seven years",
        "1958",
        "68",
        "48",
        "did not resign",
        "hospital",
    ];
    for example in [&*DISMISSAL, &*BRIDGE] {
        for (kind, left, right) in marked(&example.story) {
            let trap = TRAPS.iter().find(|trap| left.contains(**trap) || right.contains(**trap));
            assert_eq!(trap, None, "{kind}: {left} / {right}");
        }
    }
}

#[test]
fn people_are_one_across_articles_and_are_not_what_is_named_after_them() {
    let dismissal = &DISMISSAL.story;
    assert_eq!(bearer(dismissal, "Sen. Charles Schumer"), bearer(dismissal, "Senator Chuck Schumer"));
    assert_eq!(bearer(dismissal, "Gov. Andrew Cuomo"), bearer(dismissal, "Andrew M. Cuomo"));
    assert_ne!(bearer(dismissal, "Trump Tower"), bearer(dismissal, "Donald Trump"));
    let bridge = &BRIDGE.story;
    assert_ne!(bearer(bridge, "Ellison Street"), bearer(bridge, "Mayor Mara Ellison"));
}
