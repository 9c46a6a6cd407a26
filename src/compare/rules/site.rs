//! `place` of a deed of which each article tells one: in whatever words, in spots of which none can be in the other.

use super::{DifferenceKind, Finding, Level, Story, Told, moment::may_be_done_by_same, place};
use crate::{
    compare::{ChainRef, EntityId, count::counts_clash, gate::times_clash, occasion::shared, set_apart::are_set_apart},
    facts::{Content, Part, Party, Site},
    language::lexicon::same_thing,
};

/// How much two stretches of sentences must share for one matter, in tenths: that each article tells one such place says most.
const ONE_MATTER: u32 = 40;

/// The same where no table has the places, which may lie in one another.
const UNKNOWN: u32 = 60;

/// Compares the only places that two articles give for a deed.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Site(x), Content::Site(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let deed = |x: &Site, y: &Site| x.deeds.iter().any(|deed| y.deeds.binary_search(deed).is_ok());
    let (m, n) = (&a.claim.event, &b.claim.event);
    if !deed(x, y) || m.mood != n.mood || m.repeated != n.repeated || times_clash(a.claim, b.claim) {
        return None;
    }
    let (here, there) = (spots(a), spots(b));
    let pairs = || here.iter().flat_map(|p| there.iter().map(move |q| (*p, *q)));
    if pairs().any(|(p, q)| is_one(story, (a, p), (b, q))) {
        return None;
    }
    let known = pairs().find_map(|(p, q)| apart(story, (a, p), (b, q)));
    let (why, least) = match known {
        Some(why) => (why, ONE_MATTER),
        None => (pairs().find_map(|(p, q)| other_towns(story, (a, p), (b, q)))?, UNKNOWN),
    };
    let only = |t: Told, site: &Site, spots: &[&Party]| {
        t.article_claims(story).iter().all(|claim| match &claim.content {
            Content::Site(other) if deed(site, other) => {
                let told = Told { claim, ..t };
                self::spots(told).iter().any(|p| spots.iter().any(|q| is_one(story, (told, p), (t, q))))
            }
            _ => true,
        })
    };
    let one = may_be_done_by_same(story, (a, &x.core, x.named), (b, &y.core, y.named), true)
        && !counts_clash(story, a, b)
        && only(a, x, &here)
        && only(b, y, &there)
        && shared(story, &x.occasion, &y.occasion, &[]) >= least
        && !are_set_apart(story, a, b);
    if !one {
        return None;
    }
    let why = vec!["each article tells where of one such deed, and both tell of one matter".into(), why];
    Some(Finding::Differ { kind: DifferenceKind::Place, level: Level::Differs, denies: None, why })
}

fn spots<'a>(told: Told<'a>) -> Vec<&'a Party> {
    told.claim.event.parties.iter().filter(|p| matches!(p.part, Part::Oblique(_))).collect()
}

fn entity(story: &Story, told: Told, party: &Party) -> Option<EntityId> {
    story.entity_of(ChainRef { article: told.article, chain: party.chain? })
}

/// Whether both go by one name or one noun.
fn is_one(story: &Story, (a, p): (Told, &Party), (b, q): (Told, &Party)) -> bool {
    match (entity(story, a, p), entity(story, b, q)) {
        (Some(x), Some(y)) => x == y,
        _ => p.noun == q.noun || same_thing(&p.noun, &q.noun),
    }
}

/// Why two spots exclude each other, as far as the tables go. What is brought to a place is not what is done in one.
fn apart(story: &Story, (a, p): (Told, &Party), (b, q): (Told, &Party)) -> Option<String> {
    let to = |party: &Party| party.part == Part::Oblique("to".into());
    if to(p) != to(q) {
        return None;
    }
    let town = |told: Told, party: &Party| place::town(story, entity(story, told, party)?);
    match (town(a, p), town(b, q)) {
        (Some(x), Some(y)) => place::lie_apart(x, y),
        _ => place::rival_kinds(story, a, p, b, q),
    }
}

/// Two towns that no table has, of which only its own article tells.
fn other_towns(story: &Story, (a, p): (Told, &Party), (b, q): (Told, &Party)) -> Option<String> {
    let own = |told: Told, party: &Party| {
        let who = entity(story, told, party).filter(|who| place::is_own(story, told, *who))?;
        place::town(story, who).filter(|name| place::is_town(name))
    };
    let (x, y) = own(a, p).zip(own(b, q)).filter(|_| p.part == q.part)?;
    Some(format!("{x} in one, {y} in the other"))
}
