//! Which words report, and what may follow them.

use crate::language::{
    Sentence,
    lexicon::{Pos, Stance, lemma, relatives, stances},
};

/// What a reporting word takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Frame {
    /// How the speaker usually stands to what is reported.
    pub stance: Option<Stance>,
    /// Words said: it may stand beside a direct quotation, and in the middle of what it reports.
    pub speech: bool,
    /// Somebody who is spoken to comes first: `told reporters that`.
    pub addressee: bool,
    /// A noun phrase is what it reports: `cited the weather`, `called him a liar`.
    pub phrase: bool,
    /// The noun phrase needs a second one that says what it is called: `called him a liar`, but not `called him`.
    pub names: bool,
    /// An infinitive is what it reports: `vowed to appeal`.
    pub infinitive: bool,
    /// Somebody and an infinitive: `urged them to stay`.
    pub request: bool,
    /// Nothing but a clause: it is a noun or an adjective.
    pub clause: bool,
}

/// Verbs of speech that the lexicon has under another head or not at all.
const SPEECH: &[&str] =
    &["agree", "begin", "boast", "brag", "call", "chant", "echo", "read", "recite", "scream", "shrug", "sing", "snap"];

/// Verbs whose first object is the person spoken to.
const ADDRESSEE: &[&str] = &[
    "advise", "ask", "assure", "email", "implore", "inform", "notify", "promise", "reassure", "remind", "scold",
    "tell", "text", "warn",
];

/// Verbs that name or describe, and others whose object is somebody's words or view.
const PHRASE: &[&str] = &[
    "acknowledge",
    "address",
    "admire",
    "admit",
    "advocate",
    "allege",
    "announce",
    "bemoan",
    "brand",
    "call",
    "chant",
    "characterise",
    "characterize",
    "cite",
    "claim",
    "compare",
    "confirm",
    "declare",
    "demand",
    "describe",
    "detail",
    "disclose",
    "discuss",
    "dub",
    "emphasise",
    "emphasize",
    "explain",
    "express",
    "fear",
    "hate",
    "hint",
    "label",
    "lament",
    "like",
    "liken",
    "love",
    "mention",
    "note",
    "outline",
    "plan",
    "pledge",
    "predict",
    "promise",
    "propose",
    "question",
    "recall",
    "recommend",
    "recount",
    "reiterate",
    "repeat",
    "reveal",
    "ridicule",
    "seek",
    "sing",
    "stress",
    "suggest",
    "threaten",
    "tout",
    "underline",
    "underscore",
    "vow",
    "want",
    "warn",
];

/// Verbs with a stance whose object is a thing rather than a view.
const NO_PHRASE: &[&str] = &["accept", "allow", "hold"];

/// Verbs of will: the infinitive is what is wanted.
const WILL: &[&str] = &[
    "agree", "aim", "claim", "decide", "hope", "intend", "offer", "plan", "prefer", "propose", "seek", "want", "wish",
];

/// The frames of the tokens of a sentence; of what the tagger takes for no verb the empty one.
pub fn frames(sentence: &Sentence) -> Vec<Frame> {
    let nodes = sentence.parse.nodes().iter().enumerate();
    nodes.map(|(i, node)| if node.xpos.is_verb() { frame(sentence.word(i)) } else { Frame::default() }).collect()
}

/// The frame of the verb, in any form.
pub(super) fn frame(verb: &str) -> Frame {
    let Some(lemma) = lemma(verb, Pos::Verb) else {
        return Frame::default();
    };
    let lemma = lemma.as_str();
    let stances = stances(verb);
    let speaks = |stance: &Stance| {
        use Stance::*;
        matches!(
            stance,
            Asserts
                | Claims
                | Reveals
                | Confirms
                | Admits
                | Denies
                | Asks
                | Promises
                | Estimates
                | Predicts
                | Warns
                | Urges
        )
    };
    let judges =
        |stance: &Stance| matches!(stance, Stance::Accuses | Stance::Agrees | Stance::Denies | Stance::Disagrees);
    let wills = |stance: &Stance| matches!(stance, Stance::Promises | Stance::Declines | Stance::Predicts);
    Frame {
        stance: stances.first().copied(),
        speech: stances.iter().any(speaks) || SPEECH.contains(&lemma),
        addressee: ADDRESSEE.contains(&lemma),
        phrase: PHRASE.contains(&lemma) || stances.iter().any(judges) && !NO_PHRASE.contains(&lemma),
        names: matches!(lemma, "brand" | "call" | "dub" | "label"),
        infinitive: WILL.contains(&lemma) || stances.iter().any(wills),
        request: stances.contains(&Stance::Urges) || matches!(lemma, "allow" | "expect" | "persuade" | "want"),
        clause: false,
    }
}

/// The frame of a noun that reports, because it is derived from a verb that does or means an opinion: `claim`, `announcement`.
pub(super) fn noun_frame(noun: &str) -> Option<Frame> {
    let verb = || relatives(noun, Pos::Noun).filter(|(_, pos)| *pos == Pos::Verb);
    let stance = verb().find_map(|(verb, _)| stances(&verb).first().copied());
    let opinion = || {
        matches!(
            lemma(noun, Pos::Noun).as_deref(),
            Some("idea" | "message" | "opinion" | "rumor" | "rumour" | "theory" | "view")
        )
    };
    (stance.is_some() || opinion()).then(|| Frame { stance, clause: true, ..Frame::default() })
}

/// The frame of an adjective or participle of belief: `sure`, `convinced`.
pub(super) fn predicate_frame(word: &str) -> Frame {
    let frame = frame(word);
    Frame { stance: frame.stance, addressee: frame.addressee, clause: true, ..Frame::default() }
}
