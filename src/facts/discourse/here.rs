//! The sentence that is being read, and who its words are known to refer to.

use super::{
    phrase::{Form, Phrase},
    profile::is_person,
    salience::{Antecedent, Referent},
};
use crate::{
    facts::{ChainId, Mention, MentionKind, PlacedSentence, Quotation, QuotationKind},
    language::{
        TokenKind,
        lexicon::{self, Class},
        model::{Relation, Upos, Xpos},
    },
    syntax::Prose,
    text::Span,
};

/// A sentence on which the reading has come.
pub struct Here<'a> {
    pub number: usize,
    pub place: &'a PlacedSentence,
    /// The file's bytes of each token.
    pub spans: Vec<Span>,
    /// Who each token refers to.
    pub chains: Vec<Option<ChainId>>,
    /// Who a name that begins at each token, with its title, stands for.
    pub begins: Vec<Option<ChainId>>,
    /// The quotation in whose words each token stands.
    pub quoted: Vec<Option<u32>>,
    /// Who has the role beside a name that a token is part of.
    pub roles: Vec<Option<ChainId>>,
    /// Tokens of a role behind a preposition in it: "head of the trust".
    pub within_role: Vec<bool>,
    /// Tokens of titles before names.
    pub titles: Vec<bool>,
}

/// The tokens that a span of the file takes.
pub fn tokens(spans: &[Span], span: Span) -> std::ops::Range<usize> {
    let first = spans.partition_point(|s| s.end <= span.start);
    let last = spans.partition_point(|s| s.start < span.end);
    first..last.max(first)
}

impl<'a> Here<'a> {
    /// What is known of a sentence, its `mentions` given, before its phrases are read.
    pub fn new(
        number: usize,
        place: &'a PlacedSentence,
        prose: &Prose,
        quotations: &[Quotation],
        mentions: &[Mention],
    ) -> Here<'a> {
        let spans: Vec<Span> = place.sentence.tokens.iter().map(|t| place.to_source(prose, t.span)).collect();
        let mut chains = vec![None; spans.len()];
        let mut by_width: Vec<&Mention> = mentions.iter().collect();
        by_width.sort_by_key(|m| std::cmp::Reverse(m.head.len()));
        let mut begins = vec![None; spans.len()];
        for mention in by_width {
            chains[tokens(&spans, mention.head)].fill(Some(mention.chain));
            if mention.kind == MentionKind::Name {
                begins[tokens(&spans, mention.span).start] = Some(mention.chain);
            }
        }
        let (mut roles, mut titles) = (vec![None; spans.len()], vec![false; spans.len()]);
        let mut within_role = vec![false; spans.len()];
        for mention in mentions {
            if mention.kind == MentionKind::Name {
                // The parser often takes the title for the head of the name.
                let span = tokens(&spans, mention.span);
                titles[span.clone()].fill(true);
                chains[span].iter_mut().for_each(|chain| *chain = chain.or(Some(mention.chain)));
            }
            if let Some(role) = mention.role {
                // "A spokesman for the railroad" is no railroad, "the engineer's nephew" no engineer.
                let role = tokens(&spans, role);
                let (parse, all) = (&place.sentence.parse, &place.sentence.tokens);
                let end = role.clone().find(|&i| parse.node(i).upos == Upos::Adp).unwrap_or(role.end);
                within_role[end..role.end].fill(true);
                let owner = (role.start..end).rev().find(|&i| all[i].kind == TokenKind::Clitic);
                roles[owner.map_or(role.start, |i| i + 1)..end].fill(Some(mention.chain));
            }
        }
        let mut quoted = vec![None; spans.len()];
        let first = quotations.partition_point(|q| q.span.end <= place.span.start);
        for (i, quotation) in quotations.iter().enumerate().skip(first) {
            if quotation.span.start >= place.span.end {
                break;
            }
            if quotation.kind != QuotationKind::Phrase {
                for stretch in &quotation.quoted {
                    quoted[tokens(&spans, *stretch)].fill(Some(i as u32));
                }
            }
        }
        Here { number, place, spans, chains, begins, quoted, roles, within_role, titles }
    }

    /// The phrase with the name before its noun, where the parser cut that short: "the Hill & [North train]".
    pub fn widened(&self, phrase: &Phrase) -> Option<Phrase> {
        let start = phrase.tokens.start;
        if phrase.form != Form::Indefinite || phrase.plural || self.begins[start].is_some() {
            return None;
        }
        let name = self.chains[start].or(self.chains[start.checked_sub(1)?])?;
        let begin = (0..start).rev().take_while(|&i| self.chains[i] == Some(name)).last()?;
        let is = |i: &usize, words: &[&str]| words.iter().any(|w| self.place.sentence.word(*i).eq_ignore_ascii_case(w));
        let determiner = begin.checked_sub(1).filter(|i| is(i, &["the", "this", "that", "a", "an"]))?;
        let form = if is(&determiner, &["a", "an"]) { Form::Indefinite } else { Form::Definite };
        (self.begins[begin] == Some(name)).then(|| Phrase {
            form,
            tokens: determiner..phrase.tokens.end,
            ..phrase.clone()
        })
    }

    /// Whether an antecedent of the sentence is, or refers to the same as, one of these head words.
    pub fn are_same(&self, heads: &[usize], antecedent: &Antecedent) -> bool {
        heads.iter().any(|&head| {
            let chain = self.chains[head].or_else(|| self.who(head)).map(Referent::Chain);
            head == antecedent.token || chain == Some(antecedent.referent)
        })
    }

    /// Whether an antecedent stands at a token of the sentence, or is of the name that does.
    pub fn is_at(&self, token: usize, antecedent: &Antecedent) -> bool {
        antecedent.sentence == self.number
            && (antecedent.token == token
                || self.chains[token].is_some() && self.chains[token].map(Referent::Chain) == Some(antecedent.referent))
    }

    /// Whom a relative pronoun stands for: "Lee, who", "Lee, the founder, who".
    pub fn who(&self, token: usize) -> Option<ChainId> {
        let sentence = &self.place.sentence;
        let is = |i: usize, words: &[&str]| words.iter().any(|w| sentence.word(i).eq_ignore_ascii_case(w));
        let before = token.checked_sub(1).filter(|_| is(token, &["who", "whom", "which", "whose", "that"]))?;
        let last = if is(before, &[","]) { before.checked_sub(1)? } else { before };
        self.chains[last].or(self.roles[last])
    }

    /// Whether a name or pronoun opens the sentence: it is the subject, even where the parser fails.
    pub fn opens(&self, token: usize) -> bool {
        let sentence = &self.place.sentence;
        let word = |&i: &usize| matches!(sentence.tokens[i].kind, TokenKind::Word | TokenKind::Number);
        let first = (0..token).find(word).unwrap_or(token);
        let same = self.chains[token].is_some()
            && (first..token).all(|i| self.chains[i] == self.chains[token] || self.roles[i].is_some());
        let owns = sentence.parse.node(token).relation == Relation::NmodPoss;
        (same || first == token && self.chains[token].is_some()) && !owns
    }

    /// Whether the name with head `other` opens the main clause behind one that holds the pronoun `token`: "In the lines
    /// that he wrote, Lee said", also where the parser fails.
    pub fn follows_opening(&self, token: usize, other: usize) -> bool {
        let sentence = &self.place.sentence;
        let opens = matches!(sentence.parse.node(0).upos, Upos::Adp | Upos::Sconj)
            || matches!(sentence.parse.node(0).xpos, Xpos::Wrb);
        let comma = (token..other).find(|&i| sentence.word(i) == ",");
        opens && comma.is_some_and(|c| self.begins[c + 1].is_some() && self.begins[c + 1] == self.chains[other])
    }

    /// Whether something behind the phrase says which one is meant: "the man who called", "the clerk at the window". What
    /// a comma sets off only adds to it.
    pub fn is_told_apart(&self, head: usize) -> bool {
        let sentence = &self.place.sentence;
        let parse = &sentence.parse;
        // "Asked the clerk to come" tells what the clerk is to do.
        let to = |c: usize| sentence.word(parse.subtree(c).start).eq_ignore_ascii_case("to");
        // "Asked the clerk what to do" tells what was asked, "met the clerk when he was well" when.
        let asks = |c: usize| {
            let first = sentence.word(parse.subtree(c).start).to_ascii_lowercase();
            matches!(first.as_str(), "what" | "how" | "why" | "whether" | "if" | "when")
        };
        // "Told the clerk after the vote".
        let timed = |c: usize| {
            let case = parse.child(c, Relation::Case).map(|case| sentence.word(case));
            matches!(case, Some("after" | "before" | "during" | "since" | "until" | "amid"))
        };
        // "Wrote to the owner about the coach": what was written about.
        let about = |c: usize| {
            let case = parse.child(c, Relation::Case).map(|case| sentence.word(case));
            matches!(case, Some("about" | "concerning" | "regarding")) && is_person(&sentence.lower(head))
        };
        let tells = |c: usize| match parse.node(c).relation {
            Relation::AclRelcl => !asks(c),
            Relation::Nmod => !tells_time(sentence.word(c)) && !timed(c) && !about(c),
            Relation::Acl => !to(c) && !asks(c),
            _ => false,
        };
        if head + 1 == sentence.tokens.len() || sentence.word(head + 1) == "," {
            return false;
        }
        let relative = ["who", "whom", "whose"].iter().any(|w| sentence.word(head + 1).eq_ignore_ascii_case(w));
        relative || parse.children(head).any(|c| c > head && tells(c))
    }
}

/// Whether a word says only when: "in November", "since 2019".
fn tells_time(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.starts_with(|c: char| c.is_ascii_digit())
        || lexicon::calendar_name(&lower).is_some()
        || [Class::TimePeriod, Class::TimeUnit].iter().any(|class| lexicon::is_a(&lower, *class, 1))
}
