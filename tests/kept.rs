//! What is taken over from an earlier version of an article is what reading it anew would give.

use proptest::prelude::*;
use twosource::{
    annotation,
    facts::{Facts, facts},
    syntax::{Format, prose},
};

/// Sentences that speak of each other, in quotation marks over several, in headings, source notes and links.
const SENTENCES: [&str; 20] = [
    "# Ferry aground off Lindow\n\n",
    "Captain Ada Brandt told the Harbour Post that 12 people were aboard the Corvina on Tuesday.\n\n",
    "“We were lucky,” said Brandt. ",
    "“The pumps failed at 4 p.m. ",
    "Nobody knew why,” she said. ",
    "She had taken over from Tomas Hill, 52, in March 2019. ",
    "Hill denied that he had asked [the mayor](https://example.org), Ann Lee, for money.\n\n",
    "He was told to leave because the *board* feared a strike. ",
    "It was Lee who called the meeting. ",
    "The meeting was never held.[^1]\n\n",
    "[^1]: Lee said so on the telephone.\n\n",
    "The crew of nine were at the pumps that evening. ",
    "They refused to leave. ",
    "Ms. Lee, who was in Halvik at the time, did not attend. ",
    "Two days later the owner, Brandt & Hill, sold the ferry to a Norwegian firm for $3 million. ",
    "The firm's chairman, Olaf Reed, may have paid less. ",
    "His sister Mia Reed was a witness.\n\n",
    "## What is known\n\n",
    "The captain's licence was withdrawn. ",
    "That surprised nobody. ",
];

#[derive(Clone, Debug)]
enum Edit {
    Insert(usize, usize),
    Remove(usize),
    /// A letter is typed somewhere in the text.
    Type(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        (0..24usize, 0..SENTENCES.len()).prop_map(|(at, sentence)| Edit::Insert(at, sentence)),
        (0..24usize).prop_map(Edit::Remove),
        (0..1600usize).prop_map(Edit::Type),
    ];
    prop::collection::vec(edit, 1..6)
}

fn read(text: &str, previous: Option<&Facts>) -> Facts {
    let prose = prose(text, Format::Markdown);
    facts(&prose, &annotation::metadata(text, &prose), previous)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn it_is_as_if_all_were_read_anew(order in Just(SENTENCES.to_vec()).prop_shuffle(), edits in edits()) {
        let mut parts: Vec<String> = order.iter().map(|part| part.to_string()).collect();
        let mut before = read(&parts.concat(), None);
        for edit in edits {
            match edit {
                Edit::Insert(at, sentence) => parts.insert(at.min(parts.len()), SENTENCES[sentence].into()),
                Edit::Remove(at) if at < parts.len() => drop(parts.remove(at)),
                Edit::Remove(_) => {}
                Edit::Type(at) => {
                    let mut text = parts.concat();
                    let at = (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
                    text.insert(at, 'e');
                    parts = vec![text];
                }
            }
            let text = parts.concat();
            let after = read(&text, Some(&before));
            prop_assert!(after == read(&text, None), "not the same: {text}");
            before = after;
        }
    }
}
