//! Annotations through any edits: what was quoted is found as long as it stands, and no verdict is carried over words
//! that were changed.

use std::path::Path;

use proptest::{prelude::*, sample::Index};
use serde_json::json;
use twosource::{
    annotation::normal,
    compare::{ArticleId, Located, Opinion, Standing},
    features::{self, Action, Config, Deed, Target, actions, judged_differences, perform},
    syntax::Format,
    text::{Encoding, Position, Span, Text},
    workspace::{Location, Workspace, real_path},
};

/// Sentences of an article. The second is what the other article tells otherwise.
const HERALD: &[&str] = &[
    "The ferry Mathilde ran onto the sand off Skerrow at dawn.",
    "Captain Ada Brandt said 14 people were injured on Tuesday.",
    "Jose\u{301} Abril counted nine boats 😀 that came to help.",
    "“Nobody told us to wait,” said Pia Lund of the harbour office.",
    "The council met twice over the repairs — in May and in June.",
    "It was the third such night & the longest.",
];

const DRAFT: &str = "Captain Ada Brandt said 12 people were injured on Tuesday.";

/// A workspace with two articles, its draft's and its source's numbers.
struct Desk {
    workspace: Workspace,
    folder: std::path::PathBuf,
    herald: ArticleId,
    draft: ArticleId,
}

impl Desk {
    fn new(herald: &str) -> Desk {
        let mut workspace = Workspace::default();
        let folder = real_path(Path::new("/story"));
        let at = |name: &str| Location::File(folder.join(name));
        let herald = workspace.open(at("herald.txt"), Format::Plain, Text::from(herald));
        let draft = workspace.open(at("draft.md"), Format::Markdown, Text::from(DRAFT));
        Desk { workspace, folder, herald, draft }
    }

    fn text(&self, id: ArticleId) -> String {
        self.workspace.snapshot().article(id).expect("it is open").text().to_string()
    }

    /// What is offered for the other account's figure.
    fn offered(&self) -> Vec<Action> {
        let text = self.text(self.herald);
        let at = text.find("14 people").expect("it is there");
        actions(self.workspace.snapshot(), self.herald, Span::new(at, at + "14 people".len()))
    }

    fn act(&mut self, deed: &Deed) {
        let outcome = perform(self.workspace.snapshot(), deed, &Config::default()).expect("it is not too late");
        for edit in outcome.edits.iter().rev() {
            match &edit.target {
                Target::New(path) => {
                    assert_eq!(*path, self.folder.join("story.toml"));
                    self.workspace.open(Location::File(path.clone()), Format::Plain, edit.with.as_str().into());
                }
                Target::Known(id) => {
                    let text = self.workspace.buffer(*id).expect("it is open").clone();
                    let position = |at: u32| text.position(at as usize, Encoding::Utf8);
                    let range = position(edit.span.start)..position(edit.span.end);
                    self.workspace.edit(*id, |text| text.edit(range, Encoding::Utf8, &edit.with));
                }
            }
        }
    }

    /// How the only verdict stands, and what the only difference is said to be.
    fn standing(&self) -> (Standing, Option<Opinion>) {
        let snapshot = self.workspace.snapshot();
        let key = snapshot.story_key(self.herald).expect("it has a story");
        let judgement = snapshot.judgement(key).expect("there is a story file");
        let opinion = judged_differences(snapshot, key).into_iter().find_map(|(_, opinion)| opinion);
        (judgement.verdicts[0].standing, opinion)
    }

    /// Where the passage in the source is.
    fn passage(&self) -> Located {
        let snapshot = self.workspace.snapshot();
        let key = snapshot.story_key(self.herald).expect("it has a story");
        snapshot.judgement(key).expect("there is a story file").verdicts[0].sides[1]
    }
}

fn decide(desk: &mut Desk) {
    let decide = desk.offered().into_iter().find(|action| matches!(action.deed, Deed::Decide { .. }));
    desk.act(&decide.expect("it can be decided").deed);
}

fn herald(order: &[usize], join: &str) -> String {
    order.iter().map(|i| HERALD[*i]).collect::<Vec<_>>().join(join)
}

/// An edit somewhere: where, how much goes, what comes.
fn edits() -> impl Strategy<Value = Vec<(Index, usize, String)>> {
    let with = prop_oneof!["[a-z .,“é😀\u{301}]{0,12}", Just("\r\n\r\n".to_owned()), Just("14 people ".to_owned())];
    prop::collection::vec((any::<Index>(), 0..20usize, with), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 180, failure_persistence: None, ..ProptestConfig::default() })]

    /// After any edits a verdict in force is on the very words that it was on; and as long as these are untouched it is
    /// in force.
    #[test]
    fn no_verdict_is_carried_over_changed_words(
        order in Just((0..HERALD.len()).collect::<Vec<_>>()).prop_shuffle(),
        join in prop_oneof![Just(" "), Just("\r\n\r\n"), Just("\n\n")],
        edits in edits(),
    ) {
        let mut desk = Desk::new(&herald(&order, join));
        decide(&mut desk);
        let held = desk.standing();
        prop_assert_eq!(held.0, Standing::Holds);
        prop_assert!(held.1.is_some_and(Opinion::settles));
        for (at, gone, with) in edits {
            let text = desk.text(desk.herald);
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((start + gone).min(text.len()));
            let whole = text.find(HERALD[1]);
            let edited = format!("{}{with}{}", &text[..start], &text[end..]);
            desk.workspace.edit(desk.herald, |text| *text = Text::from(edited.as_str()));
            let (standing, opinion) = desk.standing();
            let stands = normal(&edited).contains(HERALD[1]);
            // Never in force over other words.
            if standing == Standing::Holds {
                prop_assert!(stands, "it holds over {edited:?}");
                let Located::Here(at) = desk.passage() else { panic!("it holds nowhere") };
                prop_assert_eq!(at.span.of(&edited), "14 people");
            }
            if opinion.is_some_and(Opinion::settles) {
                prop_assert_eq!(standing, Standing::Holds);
            }
            // Edited elsewhere: paragraphs away, it still holds.
            let apart = whole.is_some_and(|at| {
                let around = 2 * join.len() + 2;
                end + around < at || start > at + HERALD[1].len() + around
            });
            let paragraphs = || edited.split(join).map(str::trim).filter(|paragraph| *paragraph == HERALD[1]).count();
            if join != " " && apart && edited.matches("14 people").count() == 1 && paragraphs() == 1 {
                prop_assert_eq!(standing, Standing::Holds, "{:?}", edited);
            }
            if !stands {
                break;
            }
        }
    }

    /// Every action leaves the story file and the draft readable, in whatever text it is done.
    #[test]
    fn every_action_round_trips(
        order in Just((0..HERALD.len()).collect::<Vec<_>>()).prop_shuffle(),
        join in prop_oneof![Just(" "), Just("\r\n\r\n")],
        in_draft in any::<bool>(),
        from in any::<Index>(),
        length in 0..20usize,
        picks in prop::collection::vec(any::<Index>(), 3),
    ) {
        let herald = herald(&order, join);
        let mut desk = Desk::new(&herald);
        let draft = format!("---\r\ndraft: true\r\n---\r\n\r\n{}{join}{DRAFT}{join}She left.", HERALD[2]);
        desk.workspace.edit(desk.draft, |text| *text = Text::from(draft.as_str()));
        for pick in picks {
            let id = if in_draft { desk.draft } else { desk.herald };
            let text = desk.text(id);
            let start = text.floor_char_boundary(from.index(text.len()));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            let offered = actions(desk.workspace.snapshot(), id, Span::new(start, end));
            let Some(action) = offered.get(pick.index(offered.len().max(1))) else { continue };
            if let Err(reason) = perform(desk.workspace.snapshot(), &action.deed, &Config::default()) {
                prop_assert!(reason.contains("brackets") || reason.contains("quoted"), "{reason}");
                continue;
            }
            desk.act(&action.deed);
            prop_assert_eq!(desk.text(desk.herald), herald.as_str());
            let snapshot = desk.workspace.snapshot();
            if let Some(doc) = snapshot.doc_of(desk.herald) {
                let marked = features::diagnostics(snapshot, doc.id, &Config::default());
                let bad = marked.iter().find(|d| !["ambiguous-quote", "unseen"].contains(&d.code));
                prop_assert!(bad.is_none(), "{action:?}: {bad:?} in {}", doc.text());
            }
            // Nothing of the words of a draft is lost.
            let prose = snapshot.article(desk.draft).expect("it is open").prose().clone();
            let words: String = prose.blocks.iter().map(|block| block.text.to_string() + " ").collect();
            prop_assert!(normal(&words).contains(&normal("Jose\u{301} Abril counted nine boats 😀 that")), "{action:?} {}", desk.text(desk.draft));
        }
    }
}

/// Parts of drafts and of story files, sound and not.
const PARTS: &[&str] = &[
    "---\ndraft: true\n---\n",
    "Captain Ada Brandt said 12 people were injured on Tuesday.[^toll]",
    "[[brandt|She]] left. ",
    "[[",
    "[two words]{#two}",
    "]{#",
    "[^",
    "[^toll]: herald.txt: “14 people were”.\r\n",
    "\r\n\r\n",
    "é😀\u{301} ",
    "[entity.brandt]\nname = \"Ada Brandt\"\n",
    "aliases = [\"Ada\", \"",
    "not = [\"Brandt\"]\n",
    "[[mention]]\nat = { source = \"herald.txt\", quote = \"she\" }\nis = \"brandt\"\n",
    "[[verdict]]\non = [\"toll\", { source = \"herald.txt\", quote = \"14 people\" }]\nstet = \"\"\n",
    "seen = \"00000000\"\n",
    "[claim.toll]\nat = { source = \"herald.txt\", quote = \"boats\" }\n",
    "[source.herald]\nfile = \"herald.txt\"\n",
    "[[relation]]\ndiffers = [\"toll\", \"two\"]\n",
    "# é\n",
    "\"",
];

fn parts() -> impl Strategy<Value = String> {
    prop::collection::vec(0..PARTS.len(), 0..9).prop_map(|parts| parts.into_iter().map(|i| PARTS[i]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a draft and in a story file, every feature answers at every place, with places in the texts.
    #[test]
    fn everything_answers_everywhere(draft in parts(), story in parts(), at in any::<Index>(), length in 0..9usize) {
        let mut desk = Desk::new(&herald(&[0, 1, 2], "\n\n"));
        desk.workspace.edit(desk.draft, |text| *text = Text::from(draft.as_str()));
        let path = Location::File(desk.folder.join("story.toml"));
        let doc = desk.workspace.open(path, Format::Plain, Text::from(story.as_str()));
        let snapshot = desk.workspace.snapshot();
        let everything = json!({ "inlayHints": { "who": "all", "accounts": "all" }, "codeLens": { "accounts": "all" }, "singleSource": true });
        let config: Config = serde_json::from_value(everything).expect("these are settings");
        for (id, text) in [(desk.draft, &draft), (doc, &story), (desk.herald, &desk.text(desk.herald))] {
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((at + length).min(text.len()));
            let inside = |id: ArticleId, span: Span| {
                let text = match snapshot.doc_with_id(id) {
                    Some(doc) => doc.text().clone(),
                    None => snapshot.article(id).expect("it is known").text().clone(),
                };
                text.get(span.range()).is_some()
            };
            for found in features::diagnostics(snapshot, id, &config) {
                prop_assert!(inside(id, found.span), "{found:?}");
                prop_assert!(found.related.iter().all(|related| inside(related.at.article, related.at.span)));
            }
            let card = features::hover(snapshot, id, at, &config, &|_| None);
            prop_assert!(card.is_none_or(|card| inside(id, card.span)));
            let found = features::definition(snapshot, id, at, &config);
            prop_assert!(found.is_none_or(|f| f.targets.iter().all(|target| inside(target.article, target.span))));
            let found = features::declaration(snapshot, id, at);
            prop_assert!(found.is_none_or(|found| inside(found.target.article, found.target.span)));
            let found = features::references(snapshot, id, at, true);
            prop_assert!(found.iter().all(|place| inside(place.article, place.span)));
            for found in features::completion(snapshot, id, at) {
                prop_assert!(inside(id, found.place) && found.place.end as usize == at, "{found:?}");
            }
            for edit in features::rename(snapshot, id, at, "new-name").unwrap_or_default() {
                let Target::Known(id) = edit.target else { panic!("nothing new comes of renaming") };
                prop_assert!(id != desk.herald && inside(id, edit.span));
            }
            for action in actions(snapshot, id, Span::new(at, end)) {
                let Ok(outcome) = perform(snapshot, &action.deed, &config) else { continue };
                for edit in &outcome.edits {
                    let Target::Known(id) = edit.target else { panic!("there is a story file") };
                    prop_assert!(id != desk.herald && inside(id, edit.span), "{action:?}");
                }
                prop_assert!(outcome.show.is_none_or(|show| show.text.get(show.span.range()).is_some()));
            }
            if let Some(article) = snapshot.article(id) {
                let all = Span::new(0, article.text().len());
                for lens in features::code_lenses(snapshot, id, &config) {
                    prop_assert!(inside(id, lens.at) && lens.next.is_none_or(|at| inside(at.article, at.span)));
                }
                for hint in features::inlay_hints(snapshot, id, all, &config) {
                    prop_assert!(inside(id, Span::new(hint.at, hint.at)));
                    features::inlay_tooltip(snapshot, &hint.about, &config, &|_| None);
                }
                let tokens = features::semantic_tokens(snapshot, id, all);
                prop_assert!(tokens.iter().all(|token| inside(id, token.span)));
            }
        }
        for (id, text) in [(doc, &story), (desk.draft, &draft)] {
            prop_assert!(features::links(snapshot, id).iter().all(|(span, _)| text.get(span.range()).is_some()));
        }
    }
}

#[test]
fn a_name_is_written_as_introduced_where_no_markup_is_lost() {
    let rewrites = |herald: &str, draft: &str, place: &str| -> Vec<String> {
        let mut desk = Desk::new(herald);
        let text = format!("---\ndraft: true\n---\n\n{draft} counted nine boats.");
        desk.workspace.edit(desk.draft, |draft| *draft = Text::from(text.as_str()));
        let at = text.rfind(place).expect("it is there");
        let offered = actions(desk.workspace.snapshot(), desk.draft, Span::new(at, at));
        offered.into_iter().map(|action| action.title).filter(|title| title.starts_with("Write")).collect()
    };
    let herald = "José Abril counted nine boats.";
    let offer = ["Write “José Abril”, as introduced"];
    assert_eq!(rewrites(herald, "Jose\u{301} Abril", "Jose"), offer);
    assert_eq!(rewrites(herald, "[Jose\u{301} Abril]{#abril}", "Jose"), offer);
    for draft in ["José [Abril]{#abril}", "Jose\u{301} [Abril]{#abril}", "*Jose\u{301}* Abril", "José\nAbril"] {
        assert_eq!(rewrites(herald, draft, "Jos"), [""; 0], "{draft}");
    }
    // What is written is the name as people read it.
    let draft = "José *Abril* slept. Jose\u{301} Abril";
    assert_eq!(rewrites(herald, draft, "Jose\u{301}"), offer);
}

#[test]
fn a_one_line_article_keeps_its_verdicts_when_other_sentences_change() {
    let text = herald(&[0, 1, 2, 3, 4, 5], " ");
    let mut desk = Desk::new(&text);
    decide(&mut desk);
    let edited = text.replace("nine boats", "ten boats").replace("The ferry", "A ferry");
    desk.workspace.edit(desk.herald, |text| *text = Text::from(edited.as_str()));
    assert_eq!(desk.standing().0, Standing::Holds);
    let start = Position::new(0, 0);
    desk.workspace.edit(desk.herald, |text| text.edit(start..start, Encoding::Utf8, "It rained. 14 people slept. "));
    assert_eq!(desk.standing().0, Standing::Holds);
    let edited = desk.text(desk.herald).replace("were injured", "were not injured");
    desk.workspace.edit(desk.herald, |text| *text = Text::from(edited.as_str()));
    assert_eq!(desk.standing().0, Standing::Changed, "the words around a figure matter as much");
}
