//! What speaks for one of those that a pronoun may stand for before all others: it had the same part in the same doing
//! just before (the parallel roles of Carbonell and Brown 1988), holds the office that is spoken of, gave the assurance.

use smol_str::SmolStr;

use super::{binding, here::Here, profile::Profile, salience::Antecedent};
use crate::{
    facts::ChainId,
    language::{
        Sentence,
        lexicon::{self, Pos},
        model::{Relation, Upos, Xpos},
    },
};

/// The part that a phrase has in what its governor tells, whatever the voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Doer,
    Undergoer,
    Owner,
}

/// The governor of a phrase and its part in that; none where every second sentence has the like ("he said").
fn part(sentence: &Sentence, token: usize) -> Option<(usize, Part)> {
    let parse = &sentence.parse;
    let governor = parse.head(token)?;
    let verb = parse.node(governor).upos == Upos::Verb;
    let part = match parse.node(token).relation {
        Relation::NmodPoss if governor > token => Part::Owner,
        Relation::Nsubj if verb => Part::Doer,
        Relation::NsubjPass | Relation::Obj | Relation::Iobj if verb => Part::Undergoer,
        _ => return None,
    };
    Some((governor, part))
}

/// The governor's lemma and the part of a pronoun, if that tells enough to look for the same before.
pub fn telling_part(sentence: &Sentence, token: usize) -> Option<SamePart> {
    let (governor, part) = part(sentence, token)?;
    let word = sentence.lower(governor);
    let pos = if part == Part::Owner { Pos::Noun } else { Pos::Verb };
    let lemma = lexicon::lemma(&word, pos)?;
    let vague = match part {
        // Everybody has relatives.
        Part::Owner => lexicon::kinship(&lemma).is_some(),
        Part::Doer => true,
        Part::Undergoer => {
            matches!(lemma.as_str(), "be" | "have" | "do" | "make" | "get" | "take" | "see" | "give" | "tell")
        }
    };
    (!vague).then_some(SamePart { lemma, part })
}

/// What somebody else must have done, undergone or owned just before.
pub struct SamePart {
    lemma: SmolStr,
    part: Part,
}

impl SamePart {
    /// By how much an antecedent in the sentence before is likelier for it, in hundredths.
    pub fn share(&self, before: &Sentence, antecedent: &Antecedent) -> i32 {
        let same = |(governor, part): (usize, Part)| {
            let pos = if part == Part::Owner { Pos::Noun } else { Pos::Verb };
            let word = before.word(governor);
            // Words with one lemma begin alike, but for a few strong verbs.
            let alike = word.chars().next().map(|c| c.to_ascii_lowercase()) == self.lemma.chars().next();
            part == self.part && alike && lexicon::lemma(&word.to_lowercase(), pos).as_ref() == Some(&self.lemma)
        };
        match part(before, antecedent.token).is_some_and(same) {
            true if self.part == Part::Owner => 300,
            true => 600,
            false => 100,
        }
    }
}

/// The noun for what the subject pronoun `token` is said to be or become: "before he was elected president".
pub fn office(sentence: &Sentence, token: usize) -> Option<SmolStr> {
    /// Most words between the verb and the noun.
    const REACH: usize = 4;
    let parse = &sentence.parse;
    let predicate = parse.head(token).filter(|&p| parse.node(token).relation.is_subject() && p > token)?;
    let verb = lexicon::lemma(&sentence.lower(predicate), Pos::Verb);
    let makes = matches!(
        verb.as_deref(),
        Some("elect" | "name" | "appoint" | "become" | "choose" | "remain" | "reelect" | "re-elect")
    );
    let end = sentence.tokens.len().min(predicate + 1 + REACH);
    let inner = |i: &usize| matches!(parse.node(*i).upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
    let noun = (predicate + 1..end).take_while(inner).filter(|&i| parse.node(i).xpos == Xpos::Nn).last();
    let lower = sentence.lower(noun.filter(|_| makes)?);
    Some(lexicon::lemma(&lower, Pos::Noun).unwrap_or(lower))
}

/// The owner of what the possessive's noun is joined to: of "Lee's uncle and his chief aide" Lee.
pub fn joined_owner(sentence: &Sentence, token: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let owned = parse.head(token).filter(|_| parse.node(token).relation == Relation::NmodPoss)?;
    let first = parse.head(owned).filter(|&f| parse.node(owned).relation == Relation::Conj && f < owned)?;
    // "Lee's" may be all that the parser joins it to.
    let owns = parse.children(first).any(|c| matches!(sentence.word(c), "'s" | "’s"));
    parse.child(first, Relation::NmodPoss).or(owns.then_some(first))
}

/// Whom the subject pronoun of a clause of time or cause stands for that hangs on a relative clause: of "Lee, who was ill as he was
/// old" Lee, the subject of that.
pub fn relative_subject(here: &Here, token: usize) -> Option<ChainId> {
    let parse = &here.place.sentence.parse;
    let verb = parse.head(token).filter(|_| parse.node(token).relation.is_subject())?;
    let above = parse.head(verb).filter(|_| parse.node(verb).relation == Relation::Advcl)?;
    here.who(binding::subject(parse, above).filter(|&s| s < token)?)
}

/// Whether somebody is called by the noun of an office.
pub fn holds(profile: &Profile, office: &SmolStr) -> bool {
    profile.nouns.contains(office)
}

/// Who gave the assurance in whose words the subject pronoun `token` stands: of "Lee's promise to the warden that he" Lee.
pub fn giver(here: &Here, token: usize) -> Option<ChainId> {
    /// Most words between the noun and its clause.
    const REACH: usize = 16;
    let sentence = &here.place.sentence;
    let parse = &sentence.parse;
    let that = token.checked_sub(1).filter(|&i| sentence.word(i).eq_ignore_ascii_case("that"))?;
    let verb = parse.head(token).filter(|_| parse.node(token).relation.is_subject())?;
    parse.head(verb).filter(|&a| a < that && parse.node(a).upos == Upos::Noun)?;
    let gives = |i: &usize| parse.node(*i).upos == Upos::Noun && is_utterance(sentence.word(*i));
    // "Lee's promise", also where the apostrophe is lost.
    let owner = |noun: usize| {
        let before = noun.checked_sub(1).filter(|&i| parse.node(i).upos != Upos::Det)?;
        let owner = if parse.node(before).relation == Relation::Case { before.checked_sub(1)? } else { before };
        here.chains[owner]
    };
    (that.saturating_sub(REACH)..that).rev().filter(gives).find_map(owner)
}

/// Whom the possessive `token` stands for where somebody is kept in an office or put out of it: of "Lee kept Hill in his job" Hill.
pub fn holder(sentence: &Sentence, token: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let owned = sentence.tokens.get(token + 1).map(|_| sentence.lower(token + 1))?;
    let post = matches!(owned.as_str(), "job" | "post" | "position" | "office" | "seat" | "role" | "duties");
    let before = token.checked_sub(2).filter(|_| post && parse.node(token - 1).upos == Upos::Adp)?;
    let verb = parse.path(before).skip(1).find(|&i| parse.node(i).upos == Upos::Verb).filter(|&v| v < before)?;
    let lemma = lexicon::lemma(&sentence.lower(verb), Pos::Verb)?;
    let moves = matches!(
        lemma.as_str(),
        "keep"
            | "leave"
            | "retain"
            | "put"
            | "remove"
            | "oust"
            | "force"
            | "drive"
            | "push"
            | "restore"
            | "reinstate"
            | "install"
            | "confirm"
            | "return"
            | "suspend"
            | "eject"
    );
    moves.then_some(before)
}

/// Whether a noun is for words that somebody gives: "assurance", "claim", "promise".
fn is_utterance(noun: &str) -> bool {
    let lower = noun.to_lowercase();
    let lemma = lexicon::lemma(&lower, Pos::Noun).unwrap_or_else(|| lower.into());
    let reports = |verb: &str| !lexicon::stances(verb).is_empty();
    reports(&lemma) || lexicon::relatives(&lemma, Pos::Noun).any(|(word, pos)| pos == Pos::Verb && reports(&word))
}

/// Whether what the subject pronoun `token` goes through happens to things only, not to organisations: it burns or is rebuilt
/// (the verbs of change of state, destruction and building of Levin 1993 that are hardly ever used of companies).
pub fn happens_to_matter(sentence: &Sentence, token: usize) -> bool {
    let parse = &sentence.parse;
    let relation = parse.node(token).relation;
    let Some(verb) = parse.head(token).filter(|_| relation.is_subject()) else { return false };
    let Some(lemma) = lexicon::lemma(&sentence.lower(verb), Pos::Verb) else { return false };
    let undergone = relation == Relation::NsubjPass || parse.child(verb, Relation::AuxPass).is_some();
    let has = |relation: Relation| parse.child(verb, relation).is_some();
    match lemma.as_str() {
        "burn" | "derail" | "capsize" | "ignite" | "melt" | "rust" | "smoulder" | "smolder" => !has(Relation::Obj),
        // Shares and companies rise to or by something.
        "rise" => !has(Relation::Obj) && !has(Relation::Obl),
        "demolish" | "raze" | "bulldoze" | "extinguish" | "douse" | "torch" | "rebuild" | "repair" | "renovate"
        | "repaint" | "excavate" => undergone,
        _ => false,
    }
}

/// Whom the subject pronoun of what is told stands for where that happens to the hearer: of "Lee told Hill that he was fired"
/// Hill. Of what the teller thinks or is, nothing is known.
pub fn hearer(sentence: &Sentence, token: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let verb = parse.head(token).filter(|_| parse.node(token).relation.is_subject())?;
    let above = parse.head(verb).filter(|_| parse.node(verb).relation == Relation::Ccomp)?;
    let lemma = lexicon::lemma(&sentence.lower(above), Pos::Verb)?;
    let tells = matches!(lemma.as_str(), "tell" | "inform" | "notify" | "warn" | "advise" | "remind");
    let passive = parse.node(token).relation == Relation::NsubjPass;
    let one = parse.child(verb, Relation::Cop).is_some() && sentence.word(verb).eq_ignore_ascii_case("one");
    let must = parse.children(verb).any(|c| c < verb && matches!(sentence.word(c), "should" | "must" | "needed"));
    let object = binding::object(parse, above).filter(|&o| o < token);
    object.filter(|_| tells && (passive || one || must))
}
