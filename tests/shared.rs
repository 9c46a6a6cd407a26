//! The two newspaper articles that the tool started from, read where they are at hand. Their text is under copyright
//! and not part of the project: without them these tests have nothing to look at and pass.

use std::{fs, path::PathBuf, sync::Arc};

use twosource::{
    annotation,
    compare::{Account, ArticleId, ChainRef, Difference, DifferenceKind, Story},
    facts::{EntityKind, MentionKind, facts},
    syntax::{Format, prose},
};

/// The story of the two articles, if they are at hand.
fn story() -> Option<Story> {
    let shared = std::env::var_os("TWOSOURCE_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let mut story = Story::default();
    for (number, name) in ["post.txt", "times.txt"].into_iter().enumerate() {
        let text = fs::read_to_string(shared.join("articles/bharara").join(name)).ok()?;
        let prose = prose(&text, Format::Plain);
        let facts = Arc::new(facts(&prose, &annotation::metadata(&text, &prose), None));
        story = story.with(ArticleId(number as u32), Some(Account { name: name.into(), facts, text: text.into() }));
    }
    Some(story)
}

#[test]
fn every_surname_is_its_bearers() {
    let Some(story) = story() else { return };
    let mut missed = Vec::new();
    for (_, entity) in story.entities() {
        let Some(surname) = entity.name.split(' ').rfind(|w| *w != "Jr.").filter(|_| entity.kind == EntityKind::Person)
        else {
            continue;
        };
        for (article, account) in story.accounts() {
            for (at, _) in account.text.match_indices(surname) {
                let whole = !account.text[..at].ends_with(char::is_alphanumeric);
                let mention =
                    account.facts.mentions.iter().find(|m| {
                        m.kind == MentionKind::Name && m.span.start as usize <= at && at < m.span.end as usize
                    });
                let chain = mention.map(|m| ChainRef { article, chain: m.chain });
                let found = chain.and_then(|c| story.entity_of(c)).and_then(|e| story.entity(e));
                // The tower is not the man.
                let tower = found.is_some_and(|e| e.kind == EntityKind::Place && e.name.starts_with(surname));
                if whole && !tower && found.map(|e| &e.name) != Some(&entity.name) {
                    missed.push(format!("{surname} at byte {at} of {}", account.name));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn people_are_linked_and_nobody_is_merged() {
    let Some(story) = story() else { return };
    let entity = |name: &str| story.entities().into_iter().find(|(_, e)| e.name == name).map(|(_, e)| e.clone());
    for name in
        ["Preet Bharara", "Dana Boente", "Jeff Sessions", "Jody Hunt", "Stephen K. Bannon", "Charles E. Schumer"]
    {
        assert_eq!(entity(name).map(|e| e.chains.len()), Some(2), "{name}");
    }
}

#[test]
fn hardly_anything_is_flagged_that_the_two_agree_on() {
    let Some(story) = story() else { return };
    let agreed = ["46", "Trump Tower", "Twitter", "refus"];
    for difference in story.differences() {
        for side in [&difference.left, &difference.right] {
            let Some(account) = story.account(side.at.article) else { continue };
            let words = side.at.span.of(&account.text);
            assert!(!agreed.iter().any(|a| words.contains(a)), "{words}");
        }
    }
}

#[test]
fn what_the_spokesman_would_not_say_is_all_that_differs() {
    let Some(story) = story() else { return };
    let found = story.differences();
    let denied = |d: &Difference| d.kind == DifferenceKind::Denial;
    assert!(!found.is_empty());
    assert!(found.iter().all(denied), "{found:#?}");
}
