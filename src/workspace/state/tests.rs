//! The workspace after any events against one built from scratch from what they left behind.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::text::{Encoding, Position};

const FILES: [&str; 5] =
    ["/news/a/one.md", "/news/a/two.txt", "/news/a/deep/three.md", "/news/b/four.txt", "/elsewhere/five.md"];

const SENTENCES: [&str; 10] = [
    "# Ferry aground\n\n",
    "Captain Ada Brandt told the Harbour Post that 12 people were aboard.\n",
    "“We were lucky,” said Brandt.\n",
    "Brandt said 14 people had been aboard.\n\n",
    "Nobody was hurt on Tuesday, she said.\r\n",
    "Tomas Hill called Ada Brandt on Monday.\n",
    "Brandt, 52, called Mr. Hill.\n\n",
    "Hill said that “nobody had asked him to stay on the boat.”\n",
    "The mayor, Ann Hill, dismissed the captain. Ms. Hill did not resign.\n",
    "é😀",
];

/// What a story file may say.
const STORIES: [&str; 4] = [
    "",
    "[entity.ada]\nname = \"Ada Brandt\"\naliases = [\"Harbour Post\"]\nkind = \"person\"\n",
    "[[verdict]]\non = [{ source = \"one.md\", quote = \"12 people\" }, { source = \"two.txt\", quote = \"14 people\" }]\n\
     stet = \"\"\n[[mention]]\nat = { source = \"two.txt\", quote = \"she\" }\nis = \"Brandt\"\n",
    "[entity.ada]\nname = \"Ad",
];

/// Something that happens to a workspace.
#[derive(Clone, Debug)]
enum Event {
    Open(usize, Vec<usize>),
    Edit(usize, Position, Position, usize),
    Close(usize),
    /// A file comes, changes or, without sentences, goes.
    Disk(usize, Option<Vec<usize>>),
    /// A story file comes, changes or goes.
    Story(Option<usize>),
    /// An editor opens a story file, with these words for a beginning, or closes it.
    OpenStory(Option<usize>),
    /// The whole folder is read again.
    Rescan,
    /// Somebody looks, so that there is something to build upon.
    Look,
}

fn events() -> impl Strategy<Value = Event> {
    let file = 0..FILES.len();
    let text = || prop::collection::vec(0..SENTENCES.len(), 0..5);
    let position = || (0..6u32, 0..40u32).prop_map(|(line, character)| Position::new(line, character));
    prop_oneof![
        (file.clone(), text()).prop_map(|(file, text)| Event::Open(file, text)),
        (file.clone(), position(), position(), 0..SENTENCES.len())
            .prop_map(|(file, a, b, s)| Event::Edit(file, a, b, s)),
        file.clone().prop_map(Event::Close),
        (file, prop::option::of(text())).prop_map(|(file, text)| Event::Disk(file, text)),
        prop::option::of(0..STORIES.len()).prop_map(Event::Story),
        prop::option::of(0..STORIES.len()).prop_map(Event::OpenStory),
        Just(Event::Rescan),
        Just(Event::Look),
    ]
}

fn text(sentences: &[usize]) -> Text {
    let text: String = sentences.iter().map(|s| SENTENCES[*s]).collect();
    text.into()
}

fn location(file: usize) -> Location {
    Location::File(FILES[file].into())
}

fn story_location() -> Location {
    Location::File(Path::new("/news/a").join(STORY_FILE))
}

fn format(file: usize) -> Format {
    format_of(Path::new(FILES[file])).unwrap_or(Format::Plain)
}

/// What the disk and the editor hold: all that a workspace should depend on.
#[derive(Clone, Default)]
struct World {
    disk: BTreeMap<usize, Text>,
    open: BTreeMap<usize, Text>,
    story: Option<usize>,
    open_story: Option<usize>,
}

impl World {
    fn scan(&self, below: &str) -> Scan {
        let articles = self.disk.iter().map(|(file, text)| (PathBuf::from(FILES[*file]), text.clone()));
        let story = PathBuf::from("/news/a");
        let found = self.story.filter(|_| story.join(STORY_FILE).starts_with(below));
        let story_folders = found.map(|_| story.clone());
        let stories = found.map(|text| (story.join(STORY_FILE), STORIES[text].into()));
        Scan {
            below: below.into(),
            articles: articles.filter(|(path, _)| path.starts_with(below)).collect(),
            story_folders: story_folders.into_iter().collect(),
            stories: stories.into_iter().collect(),
            errors: Vec::new(),
        }
    }

    /// Lets the event happen here and in the workspace.
    fn meet(&mut self, workspace: &mut Workspace, event: &Event) {
        match event {
            Event::Open(file, sentences) => {
                self.open.insert(*file, text(sentences));
                workspace.open(location(*file), format(*file), text(sentences));
            }
            Event::Edit(file, a, b, sentence) => {
                let edit = |text: &mut Text| text.edit(*a..*b, Encoding::Utf16, SENTENCES[*sentence]);
                self.open.get_mut(file).into_iter().for_each(edit);
                let id = workspace.id_of(location(*file));
                workspace.edit(id, edit);
            }
            Event::Close(file) => {
                self.open.remove(file);
                let id = workspace.id_of(location(*file));
                workspace.close(id);
            }
            Event::Disk(file, sentences) => {
                match sentences {
                    Some(sentences) => self.disk.insert(*file, text(sentences)),
                    None => self.disk.remove(file),
                };
                workspace.apply(self.scan(FILES[*file]));
            }
            Event::Story(story) => {
                self.story = *story;
                workspace.apply(self.scan("/news/a/story.toml"));
            }
            Event::OpenStory(story) => {
                self.open_story = *story;
                match story {
                    Some(text) => drop(workspace.open(story_location(), Format::Plain, STORIES[*text].into())),
                    None => {
                        let id = workspace.id_of(story_location());
                        workspace.close(id);
                    }
                }
            }
            Event::Rescan => workspace.apply(self.scan("/news")),
            Event::Look => says(workspace.snapshot()),
        }
    }

    fn rebuilt(&self) -> Workspace {
        let mut workspace = empty();
        workspace.apply(self.scan("/"));
        if let Some(text) = self.open_story {
            workspace.open(story_location(), Format::Plain, STORIES[text].into());
        }
        for (file, text) in &self.open {
            workspace.open(location(*file), format(*file), text.clone());
        }
        workspace
    }
}

/// A workspace that has given all files their numbers.
fn empty() -> Workspace {
    let mut workspace = Workspace::default();
    for file in 0..FILES.len() {
        workspace.id_of(location(file));
    }
    workspace.id_of(story_location());
    workspace
}

/// Asks a snapshot for everything.
fn says(snapshot: &Snapshot) {
    for key in snapshot.stories() {
        snapshot.story(key);
        snapshot.judgement(key);
    }
}

fn assert_same(now: &Snapshot, scratch: &Snapshot) -> Result<(), TestCaseError> {
    let described = |snapshot: &Snapshot| -> Vec<_> {
        let articles = snapshot.articles().map(|a| (a.id, a.name.clone(), a.format, a.text().clone()));
        articles.map(|article| (snapshot.story_key(article.0).cloned(), article)).collect()
    };
    prop_assert_eq!(described(now), described(scratch));
    for (a, b) in now.articles().zip(scratch.articles()) {
        prop_assert!(a.facts() == b.facts(), "the facts of {} differ", a.name);
    }
    prop_assert_eq!(now.stories().collect::<Vec<_>>(), scratch.stories().collect::<Vec<_>>());
    for key in now.stories() {
        // The stories themselves would fill the screen.
        prop_assert!(now.story(key) == scratch.story(key), "the story {key} differs");
        prop_assert_eq!(now.judgement(key), scratch.judgement(key));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_events_leave_what_building_from_scratch_gives(events in prop::collection::vec(events(), 0..30)) {
        let (mut workspace, mut world) = (empty(), World::default());
        for event in &events {
            world.meet(&mut workspace, event);
        }
        assert_same(workspace.snapshot(), world.rebuilt().snapshot())?;
    }

    #[test]
    fn a_snapshot_stays_as_it_was(
        before in prop::collection::vec(events(), 0..10),
        after in prop::collection::vec(events(), 0..10),
    ) {
        let (mut workspace, mut world) = (empty(), World::default());
        before.iter().for_each(|event| world.meet(&mut workspace, event));
        let (snapshot, then) = (workspace.snapshot().clone(), world.clone());
        after.iter().for_each(|event| world.meet(&mut workspace, event));
        assert_same(&snapshot, then.rebuilt().snapshot())?;
    }
}

#[test]
fn an_article_too_large_to_analyse_is_left_out_until_it_shrinks() {
    let mut workspace = Workspace::default();
    let id = workspace.open(location(0), Format::Plain, Text::from("x".repeat(MAX_BYTES + 1)));
    assert!(workspace.snapshot().article(id).is_none());
    workspace.edit(id, |text| text.edit(Position::new(0, 0)..Position::new(0, 1), Encoding::Utf8, ""));
    assert_eq!(workspace.snapshot().article(id).map(|a| a.text().len()), Some(MAX_BYTES));
}

#[test]
fn what_an_edit_supersedes_says_so() {
    let mut workspace = Workspace::default();
    let id = workspace.open(location(0), Format::Plain, "Before.".into());
    let old = workspace.snapshot().article(id).cloned();
    workspace.edit(id, |text| *text = "After.".into());
    assert!(old.is_some_and(|article| article.is_superseded()));
    assert!(workspace.snapshot().article(id).is_some_and(|article| !article.is_superseded()));
}

#[test]
fn a_story_file_joins_the_folders_below_it() {
    let (mut workspace, mut world) = (empty(), World::default());
    for file in 0..4 {
        world.meet(&mut workspace, &Event::Disk(file, Some(vec![1])));
    }
    let stories = |workspace: &Workspace| -> Vec<(String, Vec<String>)> {
        let snapshot = workspace.snapshot();
        let names = |key| snapshot.articles_of_story(key).iter().map(|a| a.name.to_string()).collect();
        snapshot.stories().map(|key| (key.to_string(), names(key))).collect()
    };
    let story = |key: &str, names: &[&str]| (key.to_owned(), names.iter().map(|name| name.to_string()).collect());
    let apart = vec![
        story("/news/a", &["one.md", "two.txt"]),
        story("/news/a/deep", &["three.md"]),
        story("/news/b", &["four.txt"]),
    ];
    assert_eq!(stories(&workspace), apart);
    world.meet(&mut workspace, &Event::Story(Some(0)));
    let together = vec![story("/news/a", &["deep/three.md", "one.md", "two.txt"]), story("/news/b", &["four.txt"])];
    assert_eq!(stories(&workspace), together);
    world.meet(&mut workspace, &Event::Story(None));
    assert_eq!(stories(&workspace), apart);
}
