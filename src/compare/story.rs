//! A story: its articles' facts, linked and compared, kept in persistent maps so that an edit costs what it touches.

use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};

use imbl::{OrdMap, OrdSet};
use smol_str::SmolStr;

use super::{
    difference::{Agreement, Difference, Passage, Side},
    gate::Told,
    index::{ClaimIndex, ClaimKey, ClaimRef, claim_keys},
    link::{self, NameKey},
    rules::{Denier, Finding},
};
use crate::{
    facts::{Chain, ChainId, Claim, EntityKind, Facts},
    text::Span,
};

/// An article in the workspace. Numbers are handed out by the workspace and say nothing about order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ArticleId(pub u32);

/// One article's part in a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The file's name, for wording and for order: results never depend on the order in which articles were added.
    pub name: SmolStr,
    pub facts: Arc<Facts>,
    /// The text that the facts' spans are bytes of.
    pub text: Arc<str>,
}

/// A chain of one article of the story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ChainRef {
    pub article: ArticleId,
    pub chain: ChainId,
}

/// An entity of a story: its smallest chain stands for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntityId(ChainRef);

/// One person, organisation, place or thing across the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub kind: EntityKind,
    /// The fullest form of the name in any article.
    pub name: SmolStr,
    /// No article gives a name: only descriptions speak of it.
    pub described: bool,
    /// The id under which a person describes it in the story file.
    pub declared: Option<SmolStr>,
    /// At least one; in the order of the articles' names, then of first mention.
    pub chains: Vec<ChainRef>,
}

/// A story as it stands. Cheap to clone; old snapshots stay as they were.
///
/// Invariant: [`Story::with`] in any order gives what building from scratch gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    accounts: OrdMap<ArticleId, Account>,
    /// Which chains may be the same, by what their names have in common.
    postings: OrdMap<NameKey, OrdSet<ChainRef>>,
    entities: OrdMap<EntityId, Arc<Entity>>,
    entity_of: OrdMap<ChainRef, EntityId>,
    claims: ClaimIndex,
}

impl Story {
    /// The story with `article` set to `account`, or without it. Only what the change touches is linked and compared
    /// again: chains whose names are as before keep their entity.
    pub fn with(&self, article: ArticleId, account: Option<Account>) -> Story {
        let mut next = self.clone();
        let old = self.accounts.get(&article);
        let renamed = old.map(|a| &a.name) != account.as_ref().map(|a| &a.name);
        let (before, after) = (chains(old), chains(account.as_ref()));
        let mut touched = OrdSet::new();
        for i in 0..before.len().max(after.len()) {
            let reference = ChainRef { article, chain: ChainId(i as u32) };
            let (was, is) = (before.get(i), after.get(i));
            if !renamed && was.zip(is).is_some_and(|(was, is)| link::alike(was, is)) {
                continue;
            }
            touched.insert(reference);
            for key in was.map(link::keys).unwrap_or_default() {
                next.unpost(key, reference, &mut touched);
            }
            for key in is.map(link::keys).unwrap_or_default() {
                next.postings.entry(key).or_default().insert(reference);
            }
        }
        match account {
            Some(account) => next.accounts.insert(article, account),
            None => next.accounts.remove(&article),
        };
        let relinked = next.relink(touched);
        next.recompare(self, article, &relinked);
        next
    }

    /// Compares again the claims of `article` that are not as they were, and those of others whose chains are now
    /// somebody else.
    fn recompare(&mut self, old: &Story, article: ArticleId, relinked: &OrdSet<ChainRef>) {
        let mut articles: BTreeSet<ArticleId> = BTreeSet::from([article]);
        for reference in relinked {
            let entity = self.entity_of(*reference).and_then(|e| self.entity(e));
            let before = old.entity_of(*reference).and_then(|e| old.entity(e));
            articles.extend(entity.into_iter().chain(before).flat_map(|e| &e.chains).map(|c| c.article));
        }
        let mut keys: BTreeSet<ClaimKey> = BTreeSet::new();
        let mut index = std::mem::take(&mut self.claims);
        for article in articles {
            let (was, is) = (claims(old.accounts.get(&article)), claims(self.accounts.get(&article)));
            let keys_of = |story: &Story, all: &[Claim]| -> Vec<BTreeSet<ClaimKey>> {
                all.iter().map(|claim| claim_keys(story, article, claim)).collect()
            };
            let changed = |i: usize| !matches!((was.get(i), is.get(i)), (Some(a), Some(b)) if a.same_content(b));
            keys.extend(index.repost(article, &keys_of(old, was), &keys_of(self, is), &changed));
        }
        index.recompare(self, keys);
        self.claims = index;
    }

    fn unpost(&mut self, key: NameKey, reference: ChainRef, touched: &mut OrdSet<ChainRef>) {
        let Some(mut posting) = self.postings.get(&key).cloned() else {
            return;
        };
        posting.remove(&reference);
        touched.extend(posting.iter().copied());
        if posting.is_empty() {
            self.postings.remove(&key)
        } else {
            self.postings.insert(key, posting)
        };
    }

    /// Clusters anew every chain that shares a name key, directly or through others, with a touched one, and returns
    /// these chains.
    fn relink(&mut self, touched: OrdSet<ChainRef>) -> OrdSet<ChainRef> {
        let mut component = OrdSet::new();
        let mut queue: Vec<ChainRef> = touched.iter().copied().collect();
        while let Some(reference) = queue.pop() {
            if component.insert(reference).is_some() {
                continue;
            }
            if let Some(old) = self.entity_of.remove(&reference)
                && let Some(entity) = self.entities.remove(&old)
            {
                queue.extend(entity.chains.iter().copied());
            }
            for key in self.chain(reference).map(link::keys).unwrap_or_default() {
                queue.extend(self.postings.get(&key).into_iter().flatten().copied());
            }
        }
        let mut chains: Vec<(ChainRef, &str, &Chain)> = component
            .iter()
            .filter_map(|r| Some((*r, self.accounts.get(&r.article)?.name.as_str(), self.chain(*r)?)))
            .collect();
        chains.sort_by_key(|(r, name, _)| (*name, r.chain, r.article));
        let clusters: Vec<Entity> = link::clusters(&chains);
        for entity in clusters {
            let Some(id) = entity.chains.iter().min().copied().map(EntityId) else {
                continue;
            };
            for chain in &entity.chains {
                self.entity_of.insert(*chain, id);
            }
            self.entities.insert(id, Arc::new(entity));
        }
        component
    }

    /// One article's part.
    pub fn account(&self, article: ArticleId) -> Option<&Account> {
        self.accounts.get(&article)
    }

    /// All articles, by name.
    pub fn accounts(&self) -> Vec<(ArticleId, &Account)> {
        let mut all: Vec<_> = self.accounts.iter().map(|(id, a)| (*id, a)).collect();
        all.sort_by(|a, b| a.1.name.cmp(&b.1.name));
        all
    }

    /// A chain, as its article has it.
    pub fn chain(&self, reference: ChainRef) -> Option<&Chain> {
        self.accounts.get(&reference.article)?.facts.chains.get(reference.chain.0 as usize)
    }

    /// All entities that have a name somewhere, in the order of the articles' names and of first mention.
    pub fn entities(&self) -> Vec<(EntityId, &Entity)> {
        self.sorted(|e| !e.described)
    }

    /// All entities that have a name somewhere or are spoken of more than once, in the same order.
    pub fn referents(&self) -> Vec<(EntityId, &Entity)> {
        self.sorted(|e| self.is_referent(e))
    }

    fn sorted(&self, wanted: impl Fn(&Entity) -> bool) -> Vec<(EntityId, &Entity)> {
        let wanted = self.entities.iter().filter(|(_, e)| wanted(e));
        let mut all: Vec<_> = wanted.map(|(id, e)| (*id, e.as_ref())).collect();
        all.sort_by_key(|(_, e)| {
            let first = e.chains[0];
            (self.accounts.get(&first.article).map(|a| &a.name), first.chain)
        });
        all
    }

    /// Whether there is something to be said about an entity: it has a name, or is spoken of more than once.
    fn is_referent(&self, entity: &Entity) -> bool {
        let mentions = |chain: &ChainRef| self.chain(*chain).map_or(0, |c| c.mentions.len());
        !entity.described || entity.chains.iter().map(mentions).sum::<usize>() > 1
    }

    /// The entity that a chain belongs to; `None` for what is spoken of once and never named.
    pub fn referent_of(&self, chain: ChainRef) -> Option<EntityId> {
        self.entity_of.get(&chain).copied().filter(|id| self.entity(*id).is_some_and(|e| self.is_referent(e)))
    }

    /// Why two chains of different articles may be the same, in words; `None` when only a third one joins them.
    pub fn link(&self, a: ChainRef, b: ChainRef) -> Option<&'static str> {
        link::reason(self.chain(a)?, self.chain(b)?)
    }

    /// One entity.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(&id).map(Arc::as_ref)
    }

    /// The entity that a chain belongs to; `None` when no article has a name for it.
    pub fn entity_of(&self, chain: ChainRef) -> Option<EntityId> {
        self.entity_of.get(&chain).copied().filter(|id| self.entity(*id).is_some_and(|e| !e.described))
    }

    /// A claim with its article.
    pub(super) fn told(&self, reference: ClaimRef) -> Option<Told<'_>> {
        let claim = self.accounts.get(&reference.article)?.facts.claims.get(reference.claim as usize)?;
        Some(Told { article: reference.article, claim })
    }

    /// All differences, by place.
    ///
    /// A claim that the other article confirms somewhere is not held against another passage of that article: the
    /// other passage is about something else. What a named party denies stands denied all the same.
    pub fn differences(&self) -> Vec<Difference> {
        let mut confirmed: HashSet<(ClaimRef, ArticleId)> = HashSet::new();
        for (a, b, finding) in self.claims.findings() {
            if *finding == Finding::Agree {
                confirmed.insert((*a, b.article));
                confirmed.insert((*b, a.article));
            }
        }
        let mut found: Vec<Difference> = self
            .claims
            .findings()
            .filter(|(a, b, finding)| {
                matches!(finding, Finding::Differ { denies: Some(_), .. })
                    || !confirmed.contains(&(*a, b.article)) && !confirmed.contains(&(*b, a.article))
            })
            .filter_map(|(a, b, finding)| self.difference(*a, *b, finding))
            .collect();
        found.sort_by(|x, y| {
            self.order(&x.left, &x.right).cmp(&self.order(&y.left, &y.right)).then(x.kind.cmp(&y.kind))
        });
        found.dedup_by(|x, y| (x.left.at, x.right.at, x.kind) == (y.left.at, y.right.at, y.kind));
        found
    }

    fn order(&self, left: &Side, right: &Side) -> (SmolStr, Span, SmolStr, Span) {
        let name = |side: &Side| self.accounts.get(&side.at.article).map(|a| a.name.clone()).unwrap_or_default();
        (name(left), left.at.span, name(right), right.at.span)
    }

    fn difference(&self, a: ClaimRef, b: ClaimRef, finding: &Finding) -> Option<Difference> {
        let Finding::Differ { kind, level, denies, why } = finding else { return None };
        let first = self.side(a, *denies == Some(Denier::First))?;
        let second = self.side(b, *denies == Some(Denier::Second))?;
        let (left, right) = if self.account(a.article)?.name <= self.account(b.article)?.name {
            (first, second)
        } else {
            (second, first)
        };
        Some(Difference { kind: *kind, level: *level, left, right, why: why.clone() })
    }

    fn side(&self, reference: ClaimRef, denies: bool) -> Option<Side> {
        let account = self.account(reference.article)?;
        let claim = account.facts.claims.get(reference.claim as usize)?;
        let attribution = claim.attribution.as_ref().map(|who| {
            let chain = who.chain.map(|chain| &account.facts.chains[chain.0 as usize]);
            let named = chain.filter(|c| !c.identity.described).map(|c| c.name.clone());
            named.unwrap_or_else(|| who.span.of(&account.text).split_whitespace().collect::<Vec<_>>().join(" ").into())
        });
        Some(Side { at: Passage { article: reference.article, span: claim.span }, attribution, denies })
    }

    /// All agreements, by place.
    pub fn agreements(&self) -> Vec<Agreement> {
        let passage = |r: &ClaimRef| Some(Passage { article: r.article, span: self.told(*r)?.claim.span });
        let name = |p: &Passage| self.accounts.get(&p.article).map(|a| a.name.clone());
        let mut found: Vec<Agreement> =
            self.claims
                .findings()
                .filter(|(.., finding)| *finding == Finding::Agree)
                .filter_map(|(a, b, _)| Some((passage(a)?, passage(b)?)))
                .map(|(a, b)| {
                    if name(&a) <= name(&b) { Agreement { left: a, right: b } } else { Agreement { left: b, right: a } }
                })
                .collect();
        found.sort_by_key(|a| (name(&a.left), a.left.span, name(&a.right), a.right.span));
        found.dedup();
        found
    }
}

fn chains(account: Option<&Account>) -> &[Chain] {
    account.map_or(&[], |a| &a.facts.chains)
}

fn claims(account: Option<&Account>) -> &[Claim] {
    account.map_or(&[], |a| &a.facts.claims)
}
