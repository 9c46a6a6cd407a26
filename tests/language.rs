//! What the language layer reads off sentences of our own: tokens, tags, the tree, numbers, dates, quotations.

#[path = "support/spans.rs"]
mod spans;

use proptest::prelude::*;
use twosource::{
    annotation,
    facts::{Facts, facts},
    language::{Sentence, lexicon, sentences},
    syntax::{Format, prose},
};

fn read(text: &str, format: Format) -> Facts {
    let prose = prose(text, format);
    facts(&prose, &annotation::metadata(text, &prose), None)
}

/// Checks a table of `text => what is read from it`, one row a line.
#[track_caller]
fn check(read: impl Fn(&str) -> String, table: &str) {
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (text, expected) = row.split_once(" =>").expect("a row has an arrow");
        assert_eq!(read(text), expected.trim(), "{text}");
    }
}

#[test]
fn tokens() {
    let tokens = |text: &str| {
        let sentence = Sentence::new(text);
        (0..sentence.tokens.len()).map(|i| sentence.word(i)).collect::<Vec<_>>().join(" ")
    };
    check(
        tokens,
        "
        The mayor's aides didn't leave. => The mayor 's aides did n't leave .
        The workers’ strike can’t last. => The workers ’ strike ca n’t last .
        Sen. Ann J. Reyes left the U.S. on Jan. 3. => Sen. Ann J. Reyes left the U.S. on Jan. 3 .
        It cost $12,400.50, or 3.5% more. => It cost $ 12,400.50 , or 3.5 % more .
        They won 5-2 at 7:30 p.m. => They won 5 - 2 at 7:30 p.m.
        Ten of the 1990s' 10of them => Ten of the 1990s ' 10 of them
        The well-known co-founder—who left—said “no…” => The well-known co-founder — who left — said “ no … ”
        «Oui», „nein“ and 'no' 🙂! => « Oui » , „ nein “ and ' no ' 🙂 !
        ",
    );
}

#[test]
fn sentence_boundaries() {
    let split = |text: &str| sentences(text).iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" | ");
    check(
        split,
        "
        Dr. Ola Berg left at 4 p.m. Monday. She was tired. => Dr. Ola Berg left at 4 p.m. Monday. | She was tired.
        “It is over. We lost,” she said. “Good night.” => “It is over. | We lost,” she said. | “Good night.”
        “Who won?” he asked. Nobody knew... Then it rained. => “Who won?” he asked. | Nobody knew... | Then it rained.
        ",
    );
}

#[test]
fn parts_of_speech() {
    let tags = |text: &str| {
        let sentence = Sentence::new(text);
        let tagged = sentence.parse.nodes().iter().enumerate();
        tagged.map(|(i, n)| format!("{}/{}", sentence.word(i), n.xpos.as_str())).collect::<Vec<_>>().join(" ")
    };
    check(
        tags,
        "
        Three officers were suspended by the commissioner last week. => Three/CD officers/NNS were/VBD suspended/VBN by/IN the/DT commissioner/NN last/JJ week/NN ./.
        The governor fired the prosecutor after he refused to step down. => The/DT governor/NN fired/VBD the/DT prosecutor/NN after/IN he/PRP refused/VBD to/TO step/VB down/RP ./.
        ",
    );
}

#[test]
fn who_does_what() {
    let arcs = |text: &str| {
        let sentence = Sentence::new(text);
        let nodes = sentence.parse.nodes().iter().enumerate();
        nodes
            .filter(|(_, n)| {
                let relation = n.relation.as_str();
                relation.starts_with("nsubj") || matches!(relation, "obj" | "iobj" | "obl:agent" | "ccomp" | "xcomp")
            })
            .map(|(i, n)| {
                let head = n.head.map_or("-", |h| sentence.word(h as usize));
                format!("{}({head}, {})", n.relation.as_str(), sentence.word(i))
            })
            .collect::<Vec<_>>()
            .join(" ")
    };
    check(
        arcs,
        "
        The governor fired the prosecutor after he refused to step down. => nsubj(fired, governor) obj(fired, prosecutor) nsubj(refused, he) xcomp(refused, step)
        Three officers were suspended by the commissioner last week. => nsubj:pass(suspended, officers) obl:agent(suspended, commissioner)
        The people who run the stalls and kiosks have been given a guarantee. => nsubj:pass(given, people) nsubj(run, who) obj(run, stalls) obj(given, guarantee)
        Robbers who lowered themselves through a skylight stole 17 rings from the museum, police said. => nsubj(stole, Robbers) nsubj(lowered, who) obj(lowered, themselves) ccomp(said, stole) obj(stole, rings) nsubj(said, police)
        The plane was late because the beacon, officials now say, had been switched off. => nsubj(late, plane) nsubj:pass(switched, beacon) nsubj(say, officials)
        The mayor told reporters on Tuesday that she would not resign. => nsubj(told, mayor) iobj(told, reporters) nsubj(resign, she) ccomp(told, resign)
        ",
    );
}

#[test]
fn base_forms() {
    use lexicon::Pos::{Adjective, Noun, Verb};
    for (form, pos, base) in [
        ("resigned", Verb, "resign"),
        ("went", Verb, "go"),
        ("denies", Verb, "deny"),
        ("men", Noun, "man"),
        ("inquiries", Noun, "inquiry"),
        ("worst", Adjective, "bad"),
    ] {
        assert_eq!(lexicon::lemma(form, pos).as_deref(), Some(base), "{form}");
    }
}

#[test]
fn numbers() {
    let numbers = |text: &str| {
        let sentence = Sentence::new(text);
        let line = |q: &twosource::language::Quantity| {
            let counted = q.counted.map_or(String::new(), |c| format!(" [{}]", c.of(&sentence.text)));
            format!("{}{counted}", q.describe())
        };
        sentence.quantities.iter().map(line).collect::<Vec<_>>().join(" | ")
    };
    check(
        numbers,
        "
        At least 14 people were hurt. => ≥ 14 [people]
        Nearly three dozen boats sank. => < 36 [boats]
        A third of the voters stayed at home. => ≈ 33.333 % [voters]
        Between 10 and 12 houses burned. => 10–12 [houses]
        ",
    );
}

#[test]
fn dates() {
    // A Wednesday.
    let dates = |text: &str| {
        let text = format!("---\npublished: 2026-03-11\n---\n\n{text}\n");
        let facts = read(&text, Format::Markdown);
        facts.dates.iter().map(|d| format!("{} → {}", d.span.of(&text), d.time.value)).collect::<Vec<_>>().join(" | ")
    };
    check(
        dates,
        "
        The mayor resigned on Monday. => Monday → 2026-03-09
        She will speak on Friday. => Friday → 2026-03-13
        He was hired in November, weeks after the election. => November → 2025-11
        It happened shortly before 2:30 p.m. yesterday. => shortly before 2:30 p.m. yesterday → 2026-03-10T14:30
        Sales fell in the third quarter of 2016. => third quarter of 2016 → 2016-Q3
        ",
    );
}

#[test]
fn quotations() {
    let quotations = |text: &str| {
        let facts = read(text, Format::Plain);
        let line =
            |q: &twosource::facts::Quotation| format!("{}: {}", q.speaker.map_or("-", |s| s.of(text)), q.span.of(text));
        facts.quotations.iter().map(line).collect::<Vec<_>>().join(" | ")
    };
    check(
        quotations,
        "
        “We won,” said Ann Lee. => Ann Lee: “We won,”
        The police said that nobody was hurt. => The police: that nobody was hurt
        According to the ministry, the bridge is safe. => the ministry: the bridge is safe
        “We won,” she said, “and they lost.” => she: “We won,” | she: “and they lost.”
        He denied that he had \"ever met\" the man. => He: that he had \"ever met\" the man
        ",
    );
}

/// Words and marks of news text among any characters.
fn newsy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "the", "Mayor", "Ann", "Lee", "said", "that", "who", "Okoro", "'s", "’", "“", "”", "\"", ",", ".", "—", "-",
            "12,400", "three", "million", "of", "to", "was", "fired", "she", "and", "$", "U.S.", "NOT", "Monday", "March",
            "2:30", "p.m.", "last", "week", "according", "\n\n", "\n> ", "é", "🙂",
        ])
        .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_span_lies_on_character_boundaries_and_in_its_sentence(text in newsy()) {
        spans::check_all(&text);
    }

    #[test]
    fn so_it_does_in_a_text_without_any_order(text in "\\PC{0,200}") {
        spans::check_all(&text);
        spans::check_sentence(&Sentence::new(&text));
    }
}

/// Texts of a few words that were once read amiss.
#[test]
fn spans_of_texts_that_were_read_amiss() {
    ["P   {PS\u{a81}¡", "'´ A' said she Lee last", "� ” said NOT NOT"].into_iter().for_each(spans::check_all);
}
