//! A story: its articles' facts, linked and compared, kept in persistent maps so that an edit costs what it touches.

use std::{collections::BTreeSet, sync::Arc};

use imbl::{OrdMap, OrdSet};
use smol_str::SmolStr;

use super::{
    index::{ClaimIndex, ClaimRef},
    link::{self, NameKey},
    member::{ChainKey, Member},
    told::Told,
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
pub struct EntityId(pub(super) Node);

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

/// A chain under the key that outlasts edits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Node {
    pub article: ArticleId,
    pub chain: ChainKey,
}

/// A story as it stands. Cheap to clone; old snapshots stay as they were.
///
/// Invariant: [`Story::with`] in any order gives what building from scratch gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    pub(super) members: OrdMap<ArticleId, Arc<Member>>,
    /// Which chains may be the same, by what their names have in common; each behind its shape.
    pub(super) postings: OrdMap<NameKey, OrdSet<(u64, Node)>>,
    pub(super) entities: OrdMap<EntityId, Arc<Entity>>,
    pub(super) entity_of: OrdMap<Node, EntityId>,
    pub(super) claims: ClaimIndex,
}

impl Story {
    /// The story with `article` set to `account`, or without it.
    pub fn with(&self, article: ArticleId, account: Option<Account>) -> Story {
        self.with_all([(article, account)])
    }

    /// The story with each of these articles, which are all different ones, set to its account, or without it. Only what
    /// the changes touch is linked and compared again: chains whose names are as before keep their entity, and claims that
    /// say what they said of the same people keep what was found about them.
    pub fn with_all(&self, changes: impl IntoIterator<Item = (ArticleId, Option<Account>)>) -> Story {
        let mut next = self.clone();
        let mut touched: BTreeSet<Node> = BTreeSet::new();
        let mut changed: Vec<ArticleId> = Vec::new();
        for (article, account) in changes {
            changed.push(article);
            let is = account.map(|account| Arc::new(Member::new(account)));
            next.put(article, is, &mut touched);
        }
        let relinked = next.relink(self, touched);
        for &article in &changed {
            next.renumber(self, article);
        }
        next.recompare(self, &changed, &relinked);
        next
    }

    /// The same story, built from nothing.
    pub fn rebuilt(&self) -> Story {
        let accounts = self.members.iter().map(|(id, member)| (*id, Some(member.account.clone())));
        Story::default().with_all(accounts)
    }

    pub(super) fn node(&self, chain: ChainRef) -> Option<Node> {
        let chain_key = self.members.get(&chain.article)?.key_of(chain.chain)?;
        Some(Node { article: chain.article, chain: chain_key })
    }

    pub(super) fn chain_at(&self, node: Node) -> Option<&Chain> {
        self.members.get(&node.article)?.chain(node.chain)
    }

    /// One article's part.
    pub fn account(&self, article: ArticleId) -> Option<&Account> {
        self.members.get(&article).map(|member| &member.account)
    }

    /// All articles, by name.
    pub fn accounts(&self) -> Vec<(ArticleId, &Account)> {
        let mut all: Vec<_> = self.members.iter().map(|(id, m)| (*id, &m.account)).collect();
        all.sort_by(|a, b| a.1.name.cmp(&b.1.name));
        all
    }

    /// A chain, as its article has it.
    pub fn chain(&self, reference: ChainRef) -> Option<&Chain> {
        self.account(reference.article)?.facts.chains.get(reference.chain.0 as usize)
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
            (self.account(first.article).map(|a| &a.name), first.chain)
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
        self.id_of(chain).filter(|id| self.entity(*id).is_some_and(|e| self.is_referent(e)))
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
        self.id_of(chain).filter(|id| self.entity(*id).is_some_and(|e| !e.described))
    }

    /// The entity of a chain without a name that is told apart from others of its kind: "the Orrin dam".
    pub(super) fn described(&self, chain: ChainRef) -> Option<EntityId> {
        self.id_of(chain).filter(|id| self.entity(*id).is_some_and(|e| e.described && e.name.contains(' ')))
    }

    fn id_of(&self, chain: ChainRef) -> Option<EntityId> {
        self.entity_of.get(&self.node(chain)?).copied()
    }

    /// A claim with its article.
    pub(super) fn told(&self, reference: ClaimRef) -> Option<Told<'_>> {
        let claim = self.members.get(&reference.article)?.claim(reference.claim)?;
        Some(Told { article: reference.article, claim })
    }
}
