//! What is flagged in short stories that two reporters tell in plain words: of those that differ some, of the others none.

#[path = "support/story.rs"]
mod texts;

use texts::story;
use twosource::compare::Level;

/// So many of the 572 that differ are flagged at least.
const FOUND: usize = 202;

#[test]
fn plain_disputes_are_flagged_and_what_only_looks_so_is_not() {
    let mut found = 0;
    let mut wrong = Vec::new();
    for line in include_str!("data/brief.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [kind, verdict, a, b] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("four columns: {line}") };
        let dated = |text: &str| format!("---\ndate: 2024-05-15\n---\n{text}\n");
        let story = story(&[("a.md", &dated(a)), ("b.md", &dated(b))]);
        let flagged = story.differences().iter().any(|d| d.level == Level::Differs && !d.is_within());
        match verdict {
            "differs" => found += usize::from(flagged),
            _ if flagged => wrong.push(format!("{kind}: {a} / {b}")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "flagged, and they do not differ: {wrong:#?}");
    assert!(found >= FOUND, "{found} are flagged");
}
