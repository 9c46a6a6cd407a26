//! What the words beside a name or description say: whose it is, what it is called, that they are one.

use smol_str::SmolStr;

use super::{
    here::Here,
    phrase::{Form, Phrase},
};
use crate::{
    facts::{ChainId, role},
    language::{
        Sentence, TokenKind,
        lexicon::{self, Pos},
        model::{Relation, Upos, Xpos},
    },
};

/// Whether the phrase says what something is rather than refer: "is a teacher", "Lee, a teacher".
pub fn is_attribute(here: &Here, head: usize) -> bool {
    let parse = &here.place.sentence.parse;
    // "He was in the midst of it" says where, not what.
    let predicate = parse.child(head, Relation::Cop).is_some() && parse.child(head, Relation::Case).is_none();
    let apposed = apposed_to(here, head).is_some();
    // Of "the presidents chief adviser", an apostrophe lost, only the adviser is Lee.
    let role = here.roles[head].is_some() && here.roles.get(head + 1).copied().flatten() != here.roles[head];
    // "The yard, 30 miles away, the railroad said": what has a verb behind it is no apposition.
    let verb =
        || parse.nodes().get(head + 1).is_some_and(|n| matches!(n.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md));
    let apposed = parse.node(head).relation == Relation::Appos || apposed;
    predicate || apposed && !verb() && !is_listed(&here.place.sentence, head) || role
}

/// The name before the comma before a noun with an article, where the parser did not know what to make of the noun: "at Lee
/// Hall, a draughty barn named for".
pub fn apposed_to(here: &Here, head: usize) -> Option<usize> {
    use Relation::*;
    let sentence = &here.place.sentence;
    let parse = &sentence.parse;
    let lost = matches!(parse.node(head).relation, Parataxis | OblUnmarked | NmodUnmarked | Dislocated | Dep);
    let determiner = parse.child(head, Det).filter(|&d| lost && d < head)?;
    let inner = (determiner + 1..head).all(|i| matches!(parse.node(i).upos, Upos::Noun | Upos::Adj | Upos::Num));
    let comma = determiner.checked_sub(1).filter(|&i| inner && sentence.word(i) == ",")?;
    let name = comma.checked_sub(1)?;
    let acts = parse.children(head).any(|c| parse.node(c).relation.is_subject());
    here.chains[name].is_some().then_some(name).filter(|_| !acts)
}

/// Whether the phrase is one of a list, though it looks like an apposition: "a boat, a horse and the fees".
fn is_listed(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let indefinite = |i: usize| {
        parse
            .child(i, Relation::Det)
            .is_some_and(|d| ["a", "an"].iter().any(|a| sentence.word(d).eq_ignore_ascii_case(a)))
    };
    let joined = |i: usize| parse.child(i, Relation::Conj).is_some();
    let before = parse.head(head).filter(|&before| indefinite(before) && indefinite(head));
    before.is_some_and(|before| joined(head) || joined(before))
}

/// Whom an attribute is said of.
pub fn attributed_to(here: &Here, head: usize) -> Option<ChainId> {
    let sentence = &here.place.sentence;
    let parse = &sentence.parse;
    let apposes = || parse.head(head).filter(|_| parse.node(head).relation == Relation::Appos);
    let subject = || parse.children(head).find(|&c| parse.node(c).relation.is_subject());
    here.roles[head].or_else(|| {
        let of = apposes()
            .or_else(|| apposed_to(here, head))
            .or_else(|| subject().filter(|_| !is_negated(sentence, head)))?;
        here.chains[of]
    })
}

/// What the words around a mention call it: "the ferry Corrin", "Lindow, the software maker", "Lee is a teacher".
/// `token` is the head of the mention, `first` its first token.
pub fn called<'s>(
    sentence: &'s Sentence,
    chains: &'s [Option<ChainId>],
    token: usize,
    first: usize,
) -> impl Iterator<Item = SmolStr> + 's {
    let parse = &sentence.parse;
    let noun = move |i: usize| parse.node(i).upos == Upos::Noun && chains[i].is_none_or(|c| Some(c) == chains[token]);
    let before = first.checked_sub(1).filter(move |&i| {
        noun(i) && (parse.head(i) == Some(token) || parse.head(token) == Some(i) || parse.head(i) == parse.head(first))
    });
    let named = first.checked_sub(2).filter(move |&i| {
        noun(i) && ["called", "named", "dubbed", "christened"].iter().any(|w| sentence.word(i + 1) == *w)
    });
    let before = before.or(named);
    let apposed = parse.children(token).filter(move |&c| parse.node(c).relation == Relation::Appos && noun(c));
    let fronted = (token..chains.len()).find(|&i| chains[i] != chains[token]);
    let fronted = fronted.is_some_and(|end| role::is_fronted(sentence, end));
    let apposes = parse
        .head(token)
        .filter(move |&h| parse.node(token).relation == Relation::Appos && noun(h) && !(fronted && h < token));
    let predicate = parse.head(token).filter(move |&h| {
        parse.node(token).relation.is_subject()
            && parse.child(h, Relation::Cop).is_some()
            && noun(h)
            && !is_negated(sentence, h)
            && !is_to_come(sentence, h)
    });
    let after = apposition(sentence, chains, token);
    // "Lee, one of the best teachers of the town".
    let one = parse.children(token).filter(move |&c| parse.node(c).relation == Relation::Appos);
    let one = one.filter(move |&c| sentence.word(c) == "one").filter_map(move |c| parse.child(c, Relation::Nmod));
    // The parser seldom sees that.
    let one = one.chain(one_of(sentence, chains, token).filter(move |&i| noun(i)));
    let all = before.into_iter().chain(apposed).chain(one).chain(apposes).chain(predicate);
    all.map(|i| lemma(sentence, i)).chain(after)
}

/// The noun of "one of the best teachers" behind the comma that follows a name.
fn one_of(sentence: &Sentence, chains: &[Option<ChainId>], token: usize) -> Option<usize> {
    /// Most words between "of" and the noun.
    const REACH: usize = 8;
    let comma = (token..chains.len()).find(|&i| chains[i] != chains[token])?;
    let is = |i: usize, word: &str| i < chains.len() && sentence.word(i).eq_ignore_ascii_case(word);
    let begins = is(comma, ",") && is(comma + 1, "one") && is(comma + 2, "of");
    let ends = |i: &usize| matches!(sentence.parse.node(*i).upos, Upos::Adp | Upos::Punct | Upos::Verb | Upos::Pron);
    let end = (comma + 4..chains.len().min(comma + 4 + REACH)).find(|i| ends(i) && sentence.word(*i) != "-");
    end.filter(|_| begins).map(|i| i - 1)
}

/// The head of what follows "of" or "for" behind the head of the phrase: "the lawyer for Lee".
pub fn complement(sentence: &Sentence, phrase: &Phrase) -> Option<usize> {
    let parse = &sentence.parse;
    let case = |c: usize| parse.child(c, Relation::Case).filter(|&p| p == phrase.head + 1);
    let of = |c: &usize| case(*c).is_some_and(|p| ["of", "for", "to"].iter().any(|w| sentence.word(p) == *w));
    parse.children(phrase.head).filter(|&c| c > phrase.head && parse.node(c).relation == Relation::Nmod).find(of)
}

fn lemma(sentence: &Sentence, noun: usize) -> SmolStr {
    let lower = sentence.lower(noun);
    lexicon::lemma(&lower, Pos::Noun).unwrap_or(lower)
}

/// Who the sentence says that the phrase is: "the clerk, Lee", "the man was identified as Lee".
pub fn named(here: &Here, phrase: &Phrase) -> Option<ChainId> {
    let head = phrase.head;
    let (sentence, chains) = (&here.place.sentence, &here.chains);
    let parse = &sentence.parse;
    // "An adviser to the minister, Lee": the minister. "According to an official, Lee said": neither.
    let beside = phrase.form != Form::Indefinite || sentence.word((head + 1).min(chains.len() - 1)) == ",";
    let fronted = sentence.word(0).eq_ignore_ascii_case("according");
    let apposed = parse.children(head).find(|&c| c > head && parse.node(c).relation == Relation::Appos);
    let apposed = apposed.filter(|_| beside && !fronted);
    // "At the wheel was Lee" says where Lee was.
    let place = parse.child(head, Relation::Case).is_some();
    let predicate = parse.head(head).filter(|_| parse.node(head).relation.is_subject() && !place);
    let copular = predicate.filter(|&p| {
        let named = parse.node(p).upos == Upos::Propn || here.roles[p].is_some();
        parse.child(p, Relation::Cop).is_some() && named && !is_negated(sentence, p)
    });
    let identified = predicate.and_then(|p| {
        let verb = lexicon::lemma(&sentence.lower(p), Pos::Verb)?;
        let names = matches!(verb.as_str(), "identify" | "name" | "know") && !is_negated(sentence, p);
        let under = |&c: &usize| {
            c > p && parse.children(c).any(|m| sentence.word(m) == "as") && parse.node(c).upos == Upos::Propn
        };
        parse.children(p).find(under).filter(|_| names)
    });
    let told = apposed.or(copular).or(identified).and_then(|token| chains[token].or(here.roles[token]));
    let told = told.filter(|name| !is_outer(here, head, *name) && !is_fronted(here, head));
    told.or_else(|| beside_name(here, head))
        .or_else(|| before_comma(here, head).filter(|_| !fronted && !is_fronted(here, head)))
        .or_else(|| goes_by(here, head))
}

/// Whether the comma behind the noun closes what is set before its clause: "after calling her mother, Lee was told".
fn is_fronted(here: &Here, head: usize) -> bool {
    let sentence = &here.place.sentence;
    let begins = here.begins.get(head + 2).copied().flatten().filter(|_| sentence.word(head + 1) == ",");
    let end = begins.and_then(|name| (head + 2..here.chains.len()).find(|&i| here.chains[i] != Some(name)));
    end.is_some_and(|end| role::is_fronted(sentence, end))
}

/// Whose name follows the noun: "her daughter Ann".
fn beside_name(here: &Here, head: usize) -> Option<ChainId> {
    // "The single name Lee" is a word, not somebody.
    if here.place.sentence.word(head).eq_ignore_ascii_case("name") {
        return None;
    }
    // "A boat called Ruth".
    let called = here.place.sentence.tokens.len() > head + 1
        && ["called", "named", "dubbed", "christened"].iter().any(|w| here.place.sentence.word(head + 1) == *w);
    let first = if called { head + 2 } else { head + 1 };
    let name = here.begins.get(first).copied().flatten()?;
    let end = (first..here.chains.len()).find(|&i| here.begins[i].is_none() && here.chains[i] != Some(name));
    let owns = end.is_some_and(|i| here.place.sentence.tokens[i].kind == TokenKind::Clitic);
    (!owns).then_some(name)
}

/// Whose name a relative clause of the phrase gives: "the captain, who goes by the single name Lee".
fn goes_by(here: &Here, head: usize) -> Option<ChainId> {
    let sentence = &here.place.sentence;
    /// Most words between the noun and its relative clause, and in that before the name.
    const REACH: usize = 8;
    let is = |i: usize, words: &[&str]| words.iter().any(|w| sentence.word(i).eq_ignore_ascii_case(w));
    let end = sentence.tokens.len();
    let who = (head + 1..end.min(head + REACH)).find(|&i| is(i, &["who"]))?;
    let name = (who + 2..end.min(who + REACH)).find(|&i| is(i, &["name", "nickname", "pseudonym"]))?;
    let verb = is(who + 1, &["goes", "go", "went", "uses", "used", "has", "had", "took", "takes"]);
    here.begins.get(name + 1).copied().flatten().filter(|_| verb)
}

/// Who is named behind the comma that closes the phrase: "a spokesman for the line, Ann Lee, said".
fn before_comma(here: &Here, head: usize) -> Option<ChainId> {
    let sentence = &here.place.sentence;
    /// Most words between the noun and the comma.
    const REACH: usize = 12;
    let parse = &sentence.parse;
    let last = (head + REACH).min(sentence.tokens.len());
    let comma = (head + 1..last).find(|&i| sentence.tokens[i].kind == TokenKind::Mark)?;
    let inner = |i: usize| {
        matches!(parse.node(i).upos, Upos::Adp | Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Part)
    };
    let phrase = sentence.word(comma) == "," && (head + 1..comma).all(inner);
    let first = parse.node(head + 1).upos;
    let begins = name_behind(here, comma);
    let name = here.begins.get(begins).copied().flatten();
    let phrase = phrase && (comma == head + 1 || first == Upos::Adp) || is_closed_by(here, head, comma, begins);
    phrase.then_some(name).flatten().filter(|name| !is_outer(here, head, *name))
}

/// Whether the role of whoever is named begins before the phrase: of "the secretary of the minister, Lee" the secretary is Lee.
fn is_outer(here: &Here, head: usize, name: ChainId) -> bool {
    here.roles[..head].contains(&Some(name)) && here.roles[head] != Some(name)
}

/// Whether the phrase ends in a relative clause, and the name behind its comma in a mark: "the man she is to marry, Tom Lee.".
/// Parsers do not know these clauses for what they are.
fn is_closed_by(here: &Here, head: usize, comma: usize, name: usize) -> bool {
    const OPENERS: &[&str] = &["who", "whom", "that", "he", "she", "they", "it", "i", "we", "you"];
    let sentence = &here.place.sentence;
    let opens = OPENERS.iter().any(|w| sentence.word(head + 1).eq_ignore_ascii_case(w));
    let behind = (name..here.chains.len()).find(|&i| here.chains[i] != here.chains[name]);
    let marked = behind.is_none_or(|i| sentence.tokens[i].kind == TokenKind::Mark && sentence.word(i) != ":");
    sentence.word(comma) == "," && marked && opens
}

/// The first token of the name behind the comma, or of one behind an article and nouns: ", the accountant Ann Lee,".
fn name_behind(here: &Here, comma: usize) -> usize {
    /// Most words between the comma and the name.
    const REACH: usize = 4;
    let sentence = &here.place.sentence;
    let parse = &sentence.parse;
    let article = comma + 1 < sentence.tokens.len() && parse.node(comma + 1).upos == Upos::Det;
    let described = |i: &usize| {
        let node = parse.node(*i);
        let describes = matches!(node.upos, Upos::Noun | Upos::Adj) || node.relation == Relation::Amod;
        describes && here.begins[*i].is_none()
    };
    let end = (comma + 2..sentence.tokens.len().min(comma + 2 + REACH)).find(|i| !described(i));
    end.filter(|&i| article && i > comma + 2 && here.begins[i].is_some()).unwrap_or(comma + 1)
}

/// The noun of an apposition behind the name that holds `token`: "Sandholm House, a villa by the lake".
pub fn apposition(sentence: &Sentence, chains: &[Option<ChainId>], token: usize) -> Option<SmolStr> {
    /// Most words between the comma and the noun.
    const REACH: usize = 6;
    let parse = &sentence.parse;
    let comma = (token..chains.len()).find(|&i| chains[i] != chains[token])?;
    let determiner = (comma + 1 < chains.len() && sentence.word(comma) == ",").then_some(comma + 1)?;
    let begins = ["a", "an", "the"].iter().any(|d| sentence.word(determiner).eq_ignore_ascii_case(d));
    // "Lee, the firm's driver".
    let owner = |i: usize| matches!(sentence.word(i), "'s" | "’s");
    let inner = |i: usize| {
        owner(i) || matches!(parse.node(i).upos, Upos::Noun | Upos::Adj | Upos::Num | Upos::Punct | Upos::Adv)
    };
    let end =
        (determiner + 1..chains.len().min(determiner + REACH)).take_while(|&i| inner(i) && sentence.word(i) != ",");
    let noun = end.filter(|&i| parse.node(i).upos == Upos::Noun && chains[i].is_none()).last()?;
    let owns = noun + 1 < chains.len() && owner(noun + 1);
    // "Sold by Lindow Mills, the house was empty", "according to Lee, the mayor called": the comma ends what stands in front, and
    // the noun is the subject.
    let verb =
        parse.nodes().get(noun + 1).is_some_and(|n| matches!(n.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md));
    (begins && !verb && !owns).then(|| lemma(sentence, noun))
}

fn is_negated(sentence: &Sentence, predicate: usize) -> bool {
    let negates =
        |c: usize| matches!(sentence.word(c).to_ascii_lowercase().as_str(), "not" | "n't" | "n’t" | "never" | "no");
    sentence.parse.children(predicate).any(negates)
}

/// Whether a predicate says what somebody may become: "will be the next mayor" does not make them the mayor.
fn is_to_come(sentence: &Sentence, predicate: usize) -> bool {
    let parse = &sentence.parse;
    let to_come = |c: usize| {
        let word = sentence.word(c).to_ascii_lowercase();
        parse.node(c).xpos == Xpos::Md || matches!(word.as_str(), "next" | "future" | "prospective" | "would-be")
    };
    parse.children(predicate).any(to_come)
}

/// The head of what a clause says is named after the phrase with this head: "the hall is named for a judge", "the judge for whom
/// the hall is named".
pub fn named_after(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let is = |i: usize, words: &[&str]| words.iter().any(|w| sentence.word(i).eq_ignore_ascii_case(w));
    let names = |verb: usize| is(verb, &["named", "called", "christened"]);
    let after = |i: usize| parse.child(i, Relation::Case).is_some_and(|case| is(case, &["after", "for"]));
    let subject = |verb: usize| parse.children(verb).find(|&c| parse.node(c).relation.is_subject());
    /// Most words between the noun and the verb of its relative clause.
    const REACH: usize = 10;
    let end = sentence.tokens.len().min(head + REACH);
    if head + 2 < end && is(head + 1, &["after", "for"]) && is(head + 2, &["whom"]) {
        return (head + 3..end).find(|&i| names(i)).and_then(subject);
    }
    // "The hall bears the name of a judge", "bears a judge's name".
    let of = |&name: &usize| {
        let case = parse.child(head, Relation::Case).is_some_and(|case| is(case, &["of"]));
        let owns = parse.node(head).relation == Relation::NmodPoss;
        is(name, &["name"]) && (owns || case && parse.node(head).relation == Relation::Nmod)
    };
    let bears = |&verb: &usize| is(verb, &["bears", "bore", "bear", "carries", "carried", "took", "takes"]);
    let borne = || parse.head(parse.head(head).filter(of)?).filter(bears);
    let after_whom = |&verb: &usize| parse.node(head).relation == Relation::Obl && names(verb) && after(head);
    let verb = parse.head(head).filter(after_whom).or_else(borne)?;
    match parse.node(verb).relation {
        Relation::Acl | Relation::AclRelcl => {
            // "The chairs at the hall, which bears her name": the hall, whatever the parser hangs the clause on.
            let relative = subject(verb).filter(|&s| is(s, &["which", "that"]));
            let before = relative.and_then(|r| (0..r).rev().find(|&i| !is(i, &[","])));
            before
                .filter(|&i| parse.node(i).upos == Upos::Noun || parse.node(i).upos == Upos::Propn)
                .or(parse.head(verb))
        }
        _ => subject(verb),
    }
}
