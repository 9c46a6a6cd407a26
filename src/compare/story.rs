//! A story: its articles' facts, linked and compared, kept in persistent maps so that an edit costs what it touches.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};
use smol_str::SmolStr;

use super::{
    difference::{Agreement, Difference},
    link::{self, NameKey},
};
use crate::facts::{Chain, ChainId, EntityKind, Facts};

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
        next.relink(touched);
        next
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

    /// Clusters anew every chain that shares a name key, directly or through others, with a touched one.
    fn relink(&mut self, touched: OrdSet<ChainRef>) {
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

    /// All entities, in the order of the articles' names and of first mention.
    pub fn entities(&self) -> Vec<(EntityId, &Entity)> {
        let mut all: Vec<_> = self.entities.iter().map(|(id, e)| (*id, e.as_ref())).collect();
        all.sort_by_key(|(_, e)| {
            let first = e.chains[0];
            (self.accounts.get(&first.article).map(|a| &a.name), first.chain)
        });
        all
    }

    /// One entity.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(&id).map(Arc::as_ref)
    }

    /// The entity that a chain belongs to.
    pub fn entity_of(&self, chain: ChainRef) -> Option<EntityId> {
        self.entity_of.get(&chain).copied()
    }

    /// All differences, by place.
    pub fn differences(&self) -> Vec<Difference> {
        Vec::new()
    }

    /// All agreements, by place.
    pub fn agreements(&self) -> Vec<Agreement> {
        Vec::new()
    }
}

fn chains(account: Option<&Account>) -> &[Chain] {
    account.map_or(&[], |a| &a.facts.chains)
}
