//! The person's word against what would be found.

use std::{collections::BTreeSet, sync::Arc};

use super::*;
use crate::{
    annotation::{Known, StoryFile, StoryNotes, metadata},
    facts::{EntityKind, Facts, MentionKind, corrected_facts},
    syntax::{Format, prose},
};

/// What an article says, given a story file that calls it `a.md`.
fn read(text: &str, story: &str) -> Facts {
    let file = StoryFile::read(story);
    assert_eq!(file.problems, []);
    let notes = StoryNotes::new(&file, None);
    let prose = prose(text, Format::Markdown);
    let found = notes.of("a.md").resolve(text, &prose);
    let places = notes.of("a.md").pointed(&found, &prose);
    let corrections = Corrections { names: Arc::new(KnownNames::new(notes.known.clone())), places };
    let facts = corrected_facts(&prose, &metadata(text, &prose), &corrections, None);
    for (number, chain) in facts.chains.iter().enumerate() {
        assert!(!chain.mentions.is_empty() && chain.mentions.contains(&chain.introduction));
        assert!(chain.mentions.iter().all(|id| facts.mentions[id.0 as usize].chain.0 as usize == number));
    }
    facts
}

/// The words of every mention of the entity that a person describes under `id`.
fn said(text: &str, facts: &Facts, id: &str) -> Vec<String> {
    let declared =
        |m: &&crate::facts::Mention| facts.chains[m.chain.0 as usize].identity.declared.as_deref() == Some(id);
    facts.mentions.iter().filter(declared).map(|m| m.span.of(text).to_owned()).collect()
}

#[test]
fn names_and_aliases_are_found_and_joined() {
    let text = "Mayor Mara Ellison spoke first. The Iron Lady of Calder left early. Ellison did not reply.";
    let story = "[entity.ellison]\nname = \"Mara Ellison\"\naliases = [\"the Iron Lady of Calder\"]\n";
    let text_lower = text.replace("The Iron", "Then the Iron");
    let facts = read(&text_lower, story);
    assert_eq!(said(&text_lower, &facts, "ellison"), ["Mayor Mara Ellison", "Iron Lady of Calder", "Ellison"]);
}

#[test]
fn what_is_not_somebody_is_something_else() {
    let text = "Mara Ellison spoke at Ellison Hall. Ellison Hall was full, and Ellison was late.";
    let story = "[entity.ellison]\nname = \"Mara Ellison\"\naliases = [\"Ellison\"]\nnot = [\"Ellison Hall\"]\n";
    let facts = read(text, story);
    assert_eq!(said(text, &facts, "ellison"), ["Mara Ellison", "Ellison"]);
    let hall = facts.mentions.iter().find(|m| m.span.of(text) == "Ellison Hall");
    assert!(hall.is_some(), "{:?}", facts.mentions);
}

#[test]
fn a_kind_and_a_name_are_as_the_person_says() {
    let text = "Paris laughed. Nobody had seen Paris laugh.";
    let facts = read(text, "[entity.paris]\nname = \"Paris\"\nkind = \"person\"\n");
    let chain = &facts.chains[0];
    assert_eq!((chain.kind, chain.identity.declared.as_deref()), (EntityKind::Person, Some("paris")));
    assert_eq!(chain.mentions.len(), 2);
}

#[test]
fn a_marked_place_means_whom_the_draft_says() {
    let text = "Mara Ellison met Pia Lund. [[ellison|She]] left, and [[lund|the other]] stayed. [[nobody|They]] ate.";
    let story = "[entity.ellison]\nname = \"Mara Ellison\"\n";
    let facts = read(text, story);
    assert_eq!(said(text, &facts, "ellison"), ["Mara Ellison", "She"]);
    let lund = facts.chains.iter().find(|chain| chain.name == "Pia Lund").expect("she is named");
    let words: Vec<_> = lund.mentions.iter().map(|id| facts.mentions[id.0 as usize].span.of(text)).collect();
    assert_eq!(words, ["Pia Lund", "the other"]);
    let she = facts.mentions.iter().find(|m| m.span.of(text) == "She").expect("it is a mention");
    assert_eq!(she.kind, MentionKind::Pronoun);
}

#[test]
fn a_quoted_place_means_whom_the_story_file_says() {
    let text = "Mara Ellison met Ann Ellison. Ellison left. Mara Ellison said she would stay.";
    let at =
        |quote: &str, before: &str| format!("at = {{ source = \"a.md\", quote = \"{quote}\", before = \"{before}\" }}");
    let story = format!(
        "[entity.mara]\nname = \"Mara Ellison\"\n[entity.ann]\nname = \"Ann Ellison\"\n\
         [[mention]]\n{}\nis = \"ann\"\n[[mention]]\n{}\nnot = \"mara\"\n",
        at("Ellison", "Ann Ellison."),
        at("she", "said")
    );
    let facts = read(text, &story);
    assert_eq!(said(text, &facts, "ann"), ["Ann Ellison", "Ellison"]);
    assert_eq!(said(text, &facts, "mara"), ["Mara Ellison", "Mara Ellison"]);
}

#[test]
fn a_place_brings_no_other_names_along() {
    let text = "Mayor Ann Lund met Mara Ellison. Lund left. [[ellison|Lund]] laughed, she said.";
    let facts = read(text, "[entity.ellison]\nname = \"Mara Ellison\"\n");
    let chain = facts.chains.iter().find(|chain| chain.identity.declared.is_some()).expect("she is described");
    assert_eq!(chain.identity.forms, ["mara ellison"]);
    assert_eq!(chain.identity.roles, [""; 0]);
}

#[test]
fn names_spelled_with_accents_and_marks_are_found() {
    let text = "Jose\u{301} d’Abril and O’Neill-Baker came 😀.\r\nAbril left.";
    let known = |id: &str, name: &str| Known {
        id: id.into(),
        name: name.into(),
        aliases: Vec::new(),
        not: Vec::new(),
        kind: None,
    };
    let names = KnownNames::new([known("a", "José d'Abril"), known("b", "O'Neill-Baker")].into());
    let prose = prose(text, Format::Plain);
    let facts = crate::facts::facts(&prose, &metadata(text, &prose), None);
    let mut found = Vec::new();
    facts.sentences.iter().enumerate().for_each(|(i, place)| names.spoken(i, place, &mut found));
    let found: BTreeSet<usize> = found.iter().map(|spoken| spoken.entity).collect();
    assert_eq!(found, BTreeSet::from([0, 1]));
}
