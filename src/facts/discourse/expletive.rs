//! "It" that stands for nothing: "it is unclear whether", "it rained", "it took years to".

use crate::language::{
    Sentence, TokenKind,
    lexicon::{self, Class, Pos},
    model::{Relation, Upos, Xpos},
};

/// Whether the "it" at `token` refers to nothing.
pub fn is_expletive(sentence: &Sentence, token: usize) -> bool {
    let parse = &sentence.parse;
    if parse.node(token).relation == Relation::Expl {
        return true;
    }
    if is_object_of_judgement(sentence, token) {
        return true;
    }
    let Some(predicate) = parse.head(token).filter(|_| parse.node(token).relation.is_subject()) else {
        return false;
    };
    if picks_out(sentence, predicate) {
        return true;
    }
    let lemma = lexicon::lemma(&sentence.lower(predicate), Pos::Verb);
    match lemma.as_deref() {
        Some("rain" | "snow" | "hail" | "drizzle" | "thunder") => return true,
        Some("seem" | "appear" | "happen" | "matter" | "emerge" | "transpire") => return true,
        _ => {}
    }
    // "It is clear that", "it was his duty to", "it took years to", "it is said that"
    let clause = |c: usize| {
        use Relation::*;
        c > predicate && matches!(parse.node(c).relation, Csubj | Ccomp | Xcomp | Advcl | CsubjPass | Acl)
    };
    let copular = parse.child(predicate, Relation::Cop).is_some();
    let adjective = parse.node(predicate).upos == Upos::Adj;
    let passive = parse.child(predicate, Relation::AuxPass).is_some();
    let takes = matches!(lemma.as_deref(), Some("take" | "cost"));
    let led = |c: usize| {
        let first = sentence.word(parse.subtree(c).start).to_ascii_lowercase();
        matches!(first.as_str(), "that" | "whether" | "if" | "to" | "how" | "why" | "what" | "who" | "where" | "when")
    };
    // "It was Monday", "it is a long time since".
    let day = || lexicon::calendar_name(sentence.word(predicate)).is_some();
    let time = copular && (day() || lexicon::is_a(&sentence.lower(predicate), lexicon::Class::TimePeriod, 1));
    time || copular && is_singled_event(sentence, predicate)
        || (copular && (adjective || parse.node(predicate).upos == Upos::Noun) || passive || takes)
            && parse.children(predicate).any(|c| clause(c) && led(c))
}

/// "It was she who left", "it is Lee that will leave": what is picked out, and no description of something.
fn picks_out(sentence: &Sentence, predicate: usize) -> bool {
    let parse = &sentence.parse;
    let node = parse.node(predicate);
    let led = |c: usize| {
        let first = parse.subtree(c).start;
        ["that", "who", "whom", "whose"].iter().any(|word| sentence.word(first).eq_ignore_ascii_case(word))
    };
    let told = || parse.children(predicate).any(|c| parse.node(c).relation == Relation::AclRelcl && led(c));
    let cop = parse.child(predicate, Relation::Cop).is_some();
    cop && (node.xpos == Xpos::Prp || node.upos == Upos::Propn && told())
}

/// "It was the third collision of the year", "the worst fire since": what was told before, not somebody in it.
fn is_singled_event(sentence: &Sentence, predicate: usize) -> bool {
    const ORDINALS: &[&str] =
        &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "latest", "only"];
    let parse = &sentence.parse;
    let event = || {
        let lower = sentence.lower(predicate);
        [Class::Event, Class::Act].iter().any(|class| lexicon::is_a(&lower, *class, 1))
    };
    let singles = |c: usize| parse.node(c).xpos == Xpos::Jjs || ORDINALS.contains(&sentence.lower(c).as_str());
    parse.node(predicate).upos == Upos::Noun
        && parse.children(predicate).any(|c| c < predicate && singles(c))
        && event()
}

/// "Called it absurd to suggest", "made it clear that".
fn is_object_of_judgement(sentence: &Sentence, token: usize) -> bool {
    let parse = &sentence.parse;
    let Some(verb) = parse.head(token).filter(|&v| v < token) else { return false };
    let lemma = lexicon::lemma(&sentence.lower(verb), Pos::Verb);
    let judges = matches!(lemma.as_deref(), Some("call" | "make" | "find" | "consider" | "deem" | "think" | "believe"));
    let word = |&i: &usize| sentence.tokens[i].kind == TokenKind::Word;
    let Some(next) = (token + 1..sentence.tokens.len()).find(word) else { return false };
    let rest = (next + 1..sentence.tokens.len()).filter(word).take(2);
    let clause = rest.clone().any(|i| matches!(sentence.word(i).to_ascii_lowercase().as_str(), "to" | "that" | "for"));
    judges && parse.node(next).upos == Upos::Adj && clause
}
