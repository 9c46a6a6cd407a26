//! A landmark that two sentences share, and how much that tells.

use crate::{
    facts::{Anchor, Landmark},
    language::{
        Quantity, Relation, Slack,
        lexicon::{self, Class, Pos},
        number::Bound,
    },
};

/// What two sentences share.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub one: &'a Anchor,
    pub other: &'a Anchor,
    /// How much it tells, in tenths.
    pub weight: u32,
}

impl Pair<'_> {
    pub fn is_name(&self) -> bool {
        matches!(self.one.what, Landmark::Party(_))
    }

    /// Whether it tells anything: those whom the whole article is about do not.
    pub fn tells(&self) -> bool {
        self.weight >= if self.is_name() { LEAST_OF_NAME } else { 1 }
    }

    pub fn is_number(&self) -> bool {
        matches!(self.one.what, Landmark::Number { .. })
    }

    /// Whether it is a predicate, or on one side a noun that a phrase is about: "inspected" and "the inspection of the mill".
    pub fn is_predicate(&self) -> bool {
        let leads = |anchor: &Anchor| anchor.heads || anchor.leads;
        (self.one.heads || self.other.heads) && leads(self.one) && leads(self.other)
    }
}

/// How much a name tells that tells anything, in tenths.
pub const LEAST_OF_NAME: u32 = 10;

/// The pair of two landmarks that are the same.
pub fn pair<'a>(one: &'a Anchor, other: &'a Anchor) -> Pair<'a> {
    let least = one.weight.min(other.weight);
    let weight = match (&one.what, &other.what) {
        (Landmark::Number { quantity: p, noun: n }, Landmark::Number { quantity: q, noun: m }) => {
            let same = n.is_empty() || m.is_empty() || may_be_same(n, m);
            match (near(p, q), same) {
                (false, _) => 0,
                (true, false) if least < 20 => least / 3,
                _ => least,
            }
        }
        (Landmark::Word(v), Landmark::Word(w)) if v.root != w.root => {
            let related = v.meanings.contains(&w.root) || w.meanings.contains(&v.root);
            if related { least } else { least * 3 / 4 }
        }
        _ => least,
    };
    Pair { one, other, weight }
}

/// Whether two nouns may be for the same things: one is a kind of the other, or both are people.
fn may_be_same(n: &str, m: &str) -> bool {
    let kind = |n, m| lexicon::is_kind_of(n, m, Pos::Noun, 2);
    let person = |noun| lexicon::is_a(noun, Class::Person, 1) || noun == "people";
    lexicon::same_thing(n, m) || kind(n, m) || kind(m, n) || person(n) && person(m)
}

/// Whether two numbers that can both be so are nearly the same.
fn near(p: &Quantity, q: &Quantity) -> bool {
    match p.relation_to(q) {
        Relation::Same | Relation::Compatible(Slack::Conversion) => true,
        _ if matches!(p.bound, Bound::UpTo(_)) || matches!(q.bound, Bound::UpTo(_)) || p.unit != q.unit => false,
        _ => {
            let (low, high) = (p.value.min(q.value), p.value.max(q.value));
            let limits = |b: Bound| matches!(b, Bound::LessThan | Bound::MoreThan);
            (high - low) * 8 <= high && !(low == high && (limits(p.bound) || limits(q.bound)))
        }
    }
}
