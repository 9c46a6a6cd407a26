//! Story files as people write them, whole and half, and what the tool does to them.

use proptest::prelude::*;

use super::*;

const STORY: &str = r#"# The mill fire.

[source.courier]
file = "courier.md"
published = 2026-05-04

[entity.lund]
name = "Pia Lund"
aliases = ["Mrs. Lund"]     # as the Courier has it
not = ["Lund Street"]
kind = "person"
roles = [{ title = "neighbour", from = 2019-01-01 }]

[claim.courier-toll]
at = { source = "courier", quote = "14 people fled", before = "and " }
speaker = "Pia Lund"

[[relation]]
differs = ["toll", "courier-toll"]

[[verdict]]
on = ["toll", { source = "courier", quote = "14 people fled" }]
stet = "Counted again."
by = "jk"
seen = "00000000deadbeef"
"#;

/// The words that each problem points at, and what it says of them.
fn problems(text: &str) -> Vec<(String, String)> {
    let problems = StoryFile::read(text).problems.into_iter();
    problems.map(|problem| (problem.span.of(text).to_owned(), problem.message)).collect()
}

#[test]
fn everything_a_person_can_write_is_read() {
    let file = StoryFile::read(STORY);
    assert_eq!(file.problems, []);
    let lund = file.entity("lund").expect("she is there");
    assert_eq!(lund.name.as_ref().map(|name| name.span.of(STORY)), Some("Pia Lund"));
    assert_eq!(lund.kind.as_ref().map(|kind| kind.value), Some(Kind::Person));
    assert_eq!(file.article_name("courier"), "courier.md");
    assert_eq!(file.article_name("herald.txt"), "herald.txt");
    let verdict = &file.verdicts[0];
    assert_eq!((verdict.decision.value, verdict.reason.as_str()), (Decision::Stet, "Counted again."));
    assert!(matches!(&verdict.on[..], [Reference::Claim(a), Reference::Quoted(_)] if a.value == "toll"));
    assert_eq!(file.quoted().count(), 2);
}

#[test]
fn problems_are_reported_at_their_place_and_the_rest_counts() {
    let expected = |text: &str, words: &str, message: &str| {
        let whole = format!("{STORY}\n{text}");
        let found = problems(&whole);
        assert!(found.iter().any(|(w, m)| w == words && m.contains(message)), "{text}: {found:?}");
        assert_eq!(StoryFile::read(&whole).verdicts[0].reason, "Counted again.");
        assert!(StoryFile::read(&whole).entity("lund").is_some());
    };
    expected("[entity.x]\nname = \"X\"\nalias = [\"Y\"]", "alias", "is it `aliases`?");
    expected("[entity.x]\nname = \"X\"\nkind = \"persons\"", "persons", "is no kind");
    expected("[entity.x]\nname = \"Mrs. Lund\"", "Mrs. Lund", "is a name of `lund` too");
    expected("[entity.x]\nname = \"X\"\nnot = [\"X\"]", "X", "does not mean this");
    expected("[entity.lund]\nname = \"Another\"", "lund", "there twice");
    expected("[source.y]\nfile = \"courier.md\"", "courier.md", "already `courier`");
    expected("[source.y]\nfile = \"y.md\"\npublished = 2026-13-01", "2026-13-01", "between 01 and 12");
    expected(
        "[claim.y]\nat = { quote = \"\", source = \"courier\" }",
        "{ quote = \"\", source = \"courier\" }",
        "quotes nothing",
    );
    expected("[[verdict]]\non = [\"toll\"]", "[[verdict]]", "decides nothing");
    expected("[[verdict]]\non = [\"toll\", \"toll\"]\nstet = \"\"", "toll", "the same claim");
    expected("[[verdict]]\non = [\"toll\"]\nstet = \"a\"\nopen = \"b\"", "open", "one thing");
    expected("[[relation]]\nsupports = [\"a\", \"b\"]\n[[relation]]\nsupports = [\"b\", \"a\"]", "b", "in a circle");
    expected(
        "[[mention]]\nat = { source = \"courier\", quote = \"she\" }\nis = \"nobody\"",
        "nobody",
        "there is no entity",
    );
    expected("[persons]\nx = 1", "persons", "a story file has no `persons`");
    expected("[entity.half]\nname = \"Un", "name = \"Un", "not TOML");
}

#[test]
fn a_string_that_is_not_closed_ends_with_its_line() {
    for (written, expected) in [
        ("[\"Pia\", \"# é\n[two words]", vec!["Pia", "# é"]),
        ("\"é\nnot = []", vec!["é"]),
        ("'é\n", vec!["é"]),
        ("\"\"\"é", vec!["é"]),
        ("\"", vec![""]),
        ("\"\"", vec![""]),
        ("\"\"\"é\"\"\"", vec!["é"]),
    ] {
        let text = format!("[entity.lund]\nname = \"Pia Lund\"\naliases = {written}");
        let file = StoryFile::read(&text);
        let found: Vec<_> = file.entities[0].aliases.iter().map(|alias| text.get(alias.span.range())).collect();
        assert_eq!(found, expected.into_iter().map(Some).collect::<Vec<_>>(), "{written}");
    }
}

#[test]
fn what_is_half_written_is_reported_on_the_last_line_with_words() {
    let text = format!("[entity.half]\nname ={}", "\r\n".repeat(200_000));
    assert_eq!(problems(&text)[0].0, "name =");
}

proptest! {
    /// Whatever stands in the file, it is read, entries and problems lie inside it, and adding a verdict loses nothing.
    #[test]
    fn any_file_is_read_and_keeps_its_entries(
        cut in 0..STORY.len(),
        junk in "([a-z\\[\\]{}=\"'.,# \n]|\\PC){0,40}",
        crlf in any::<bool>(),
    ) {
        let cut = STORY.floor_char_boundary(cut);
        let text = format!("{}{junk}{}", &STORY[..cut], &STORY[cut..]);
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let file = StoryFile::read(&text);
        for problem in &file.problems {
            prop_assert!(text.get(problem.span.range()).is_some(), "{:?}", problem);
        }
        let names = file.entities.iter().flat_map(|e| [&e.id].into_iter().chain(&e.name).chain(&e.aliases));
        let mut places: Vec<Span> = names.map(|at| at.span).collect();
        places.extend(file.quoted().map(|quoted| quoted.quote).chain(file.references().map(Reference::span)));
        prop_assert!(places.iter().all(|place| text.get(place.range()).is_some()), "{:?}", file);
        let (entry, select) = verdict_entry(&new_verdict());
        if let Ok(rewrite) = add(&text, &entry, select) {
            let after = rewrite.apply(&text);
            let added = StoryFile::read(&after);
            prop_assert_eq!(added.verdicts.len(), file.verdicts.len() + 1);
            prop_assert_eq!(added.entities.len(), file.entities.len());
            prop_assert!(after[..rewrite.select.start as usize].ends_with("open = \""));
            prop_assert!(!crlf || !after.replace("\r\n", "").contains('\n') || junk.contains('\n'));
        }
    }
}

fn new_verdict() -> NewVerdict {
    let anchor = Anchor { quote: "a \"quoted\" line".into(), before: "it's".into(), after: "é😀 \\".into() };
    NewVerdict {
        on: vec![NewReference::Claim("toll".into()), NewReference::Quoted { source: "courier".into(), anchor }],
        decision: Decision::Open,
        reason: None,
        kind: Some("quantity".into()),
        by: None,
        seen: "1".into(),
        was: vec!["“One.”".into(), "It's\ttwo.".into()],
    }
}

#[test]
fn what_is_written_is_read_again() {
    let new = new_verdict();
    let (entry, select) = verdict_entry(&new);
    let rewrite = add("", &entry, select).expect("an empty file takes it");
    let file = StoryFile::read(&rewrite.apply(""));
    assert_eq!(file.problems, []);
    let verdict = &file.verdicts[0];
    let Reference::Quoted(quoted) = &verdict.on[1] else { panic!("{verdict:?}") };
    assert_eq!(NewReference::Quoted { source: "courier".into(), anchor: quoted.anchor.clone() }, new.on[1]);
    assert_eq!(verdict.was.iter().map(|was| was.value.to_string()).collect::<Vec<_>>(), new.was);
    for reason in ["Both \"were\" said.", "It's so \\ #1", ""] {
        let (entry, _) = verdict_entry(&NewVerdict { reason: Some(reason.into()), ..new_verdict() });
        assert_eq!(StoryFile::read(&entry).verdicts[0].reason, reason);
    }
}

#[test]
fn an_entry_comes_behind_its_like_and_comments_stay() {
    let entry = "[entity.abril]\nname = \"José Abril\"\n";
    for end in ["\n", "\r\n"] {
        let text = STORY.replace('\n', end);
        let rewrite = add(&text, entry, Span::new(0, 0)).expect("it is whole");
        let after = rewrite.apply(&text);
        let expected =
            STORY.replace("[claim.courier-toll]", &format!("{entry}\n[claim.courier-toll]")).replace('\n', end);
        assert_eq!(after, expected);
        let after = add_to_list(&text, "lund", "aliases", "Pia").expect("she is there").apply(&text);
        let expected = STORY.replace("[\"Mrs. Lund\"]", "[\"Mrs. Lund\", \"Pia\"]").replace('\n', end);
        assert_eq!(after, expected);
    }
    let error = add_to_list("x = \n[entity.lund]\n", "lund", "not", "Pia").expect_err("it is broken");
    assert_eq!(error.line, 1);
}

#[test]
fn a_verdict_is_renewed_in_its_place() {
    let renewed = NewVerdict { on: vec![NewReference::Claim("toll".into())], ..new_verdict() };
    let rewrite = renew_verdict(STORY, 0, &renewed).expect("it is there");
    let after = rewrite.apply(STORY);
    assert!(after.starts_with(&STORY[..STORY.find("[[verdict]]").expect("there is one")]), "{after}");
    let verdict = StoryFile::read(&after).verdicts.remove(0);
    assert_eq!((verdict.decision.value, verdict.reason.as_str()), (Decision::Open, "Counted again."));
    assert_eq!(verdict.seen.map(|seen| seen.value), Some("1".into()));
    assert_eq!(rewrite.select.of(&after), "Counted again.");
    assert_eq!(verdict.by.map(|by| by.value), Some("jk".into()));
    let reasoned = NewVerdict { reason: Some("Rang \"them\".".into()), ..renewed };
    let after = renew_verdict(STORY, 0, &reasoned).expect("it is there").apply(STORY);
    assert_eq!(StoryFile::read(&after).verdicts[0].reason, "Rang \"them\".");
}
