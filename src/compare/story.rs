//! A story: its articles' facts, linked and compared, kept in persistent maps so that an edit costs what it touches.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

use imbl::{OrdMap, OrdSet};
use smol_str::SmolStr;

use super::{
    cluster::clusters,
    gate::Told,
    index::{ClaimIndex, ClaimRef},
    link::{self, Linked, NameKey},
    member::{ChainKey, ClaimId, Member},
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
pub struct EntityId(Node);

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
struct Node {
    article: ArticleId,
    chain: ChainKey,
}

/// A story as it stands. Cheap to clone; old snapshots stay as they were.
///
/// Invariant: [`Story::with`] in any order gives what building from scratch gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    members: OrdMap<ArticleId, Arc<Member>>,
    /// Which chains may be the same, by what their names have in common.
    postings: OrdMap<NameKey, OrdSet<Node>>,
    entities: OrdMap<EntityId, Arc<Entity>>,
    entity_of: OrdMap<Node, EntityId>,
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

    fn put(&mut self, article: ArticleId, is: Option<Arc<Member>>, touched: &mut BTreeSet<Node>) {
        let was = match &is {
            Some(is) => self.members.insert(article, is.clone()),
            None => self.members.remove(&article),
        };
        let renamed = was.as_ref().map(|m| &m.account.name) != is.as_ref().map(|m| &m.account.name);
        let keys = |member: &Option<Arc<Member>>| member.as_ref().map_or(&[][..], |m| m.chain_keys()).to_vec();
        let has = |member: &Option<Arc<Member>>, key| member.as_ref().is_some_and(|m| m.number_of(key).is_some());
        for chain in keys(&was).into_iter().filter(|key| renamed || !has(&is, *key)) {
            let node = Node { article, chain };
            touched.insert(node);
            for key in was.as_ref().and_then(|m| m.chain(chain)).map(link::keys).unwrap_or_default() {
                self.unpost(key, node, touched);
            }
        }
        for chain in keys(&is).into_iter().filter(|key| renamed || !has(&was, *key)) {
            let node = Node { article, chain };
            touched.insert(node);
            for key in is.as_ref().and_then(|m| m.chain(chain)).map(link::keys).unwrap_or_default() {
                self.postings.entry(key).or_default().insert(node);
            }
        }
    }

    fn unpost(&mut self, key: NameKey, node: Node, touched: &mut BTreeSet<Node>) {
        let Some(posting) = self.postings.get_mut(&key) else { return };
        posting.remove(&node);
        touched.extend(posting.iter().copied());
        if posting.is_empty() {
            self.postings.remove(&key);
        }
    }

    /// Clusters anew every chain that shares a name key, directly or through others, with a touched one, and returns
    /// these chains.
    fn relink(&mut self, old: &Story, touched: BTreeSet<Node>) -> BTreeSet<Node> {
        let mut component = BTreeSet::new();
        let mut queue: Vec<Node> = touched.into_iter().collect();
        let mut seen: HashSet<u64> = HashSet::new();
        while let Some(node) = queue.pop() {
            if !component.insert(node) {
                continue;
            }
            if let Some(id) = self.entity_of.remove(&node)
                && let Some(entity) = self.entities.remove(&id)
            {
                queue.extend(entity.chains.iter().filter_map(|chain| old.node(*chain)));
            }
            // What is alike has the same keys.
            let Some(chain) = self.chain_at(node) else { continue };
            if seen.insert(node.chain.shape) {
                for key in link::keys(chain) {
                    queue.extend(self.postings.get(&key).into_iter().flatten().copied());
                }
            }
        }
        let mut chains: Vec<Linked> = component
            .iter()
            .filter_map(|&node| {
                let member = self.members.get(&node.article)?;
                let reference = ChainRef { article: node.article, chain: member.number_of(node.chain)? };
                let name = member.account.name.as_str();
                Some(Linked { reference, shape: node.chain.shape, name, chain: member.chain(node.chain)? })
            })
            .collect();
        chains.sort_by_key(|linked| (linked.name, linked.reference.article, linked.reference.chain));
        let clusters: Vec<Entity> = clusters(&chains);
        for entity in clusters {
            let nodes: Vec<Node> = entity.chains.iter().filter_map(|chain| self.node(*chain)).collect();
            let Some(id) = nodes.iter().min().copied().map(EntityId) else { continue };
            for node in nodes {
                self.entity_of.insert(node, id);
            }
            self.entities.insert(id, Arc::new(entity));
        }
        component
    }

    /// Gives the entities the numbers that an article's chains have now.
    fn renumber(&mut self, old: &Story, article: ArticleId) {
        let (Some(was), Some(is)) = (old.members.get(&article), self.members.get(&article).cloned()) else { return };
        for &chain in is.chain_keys() {
            let number = is.number_of(chain);
            if number == was.number_of(chain) {
                continue;
            }
            if let Some(id) = self.entity_of.get(&Node { article, chain })
                && let Some(entity) = self.entities.get_mut(id)
                && let Some(at) = entity.chains.iter().position(|c| c.article == article)
                && let Some(number) = number
                && entity.chains[at].chain != number
            {
                Arc::make_mut(entity).chains[at].chain = number;
            }
        }
    }

    /// Compares again the claims of changed articles that are not as they were, and those of others whose chains are now
    /// somebody else.
    fn recompare(&mut self, old: &Story, changed: &[ArticleId], relinked: &BTreeSet<Node>) {
        let (mut gone, mut come): (BTreeSet<ClaimRef>, BTreeSet<ClaimRef>) = Default::default();
        for &article in changed {
            let (was, is) = (old.members.get(&article), self.members.get(&article));
            let refer = |claim: &ClaimId| ClaimRef { article, claim: *claim };
            let all = |member: Option<&Arc<Member>>| -> Vec<ClaimRef> {
                member.into_iter().flat_map(|m| m.claim_ids()).map(refer).collect()
            };
            match (was, is) {
                (Some(was), Some(is)) if was.account.name == is.account.name => {
                    gone.extend(all(Some(was)).into_iter().filter(|claim| is.claim(claim.claim).is_none()));
                    let again = is.changed_since(was);
                    gone.extend(again.iter().filter(|claim| was.claim(**claim).is_some()).map(refer));
                    come.extend(again.iter().map(refer));
                }
                _ => {
                    gone.extend(all(was));
                    come.extend(all(is));
                }
            }
        }
        let described = |story: &Story, node: &Node| {
            let id = *story.entity_of.get(node)?;
            let entity = story.entities.get(&id)?;
            Some((id, entity.kind, entity.name.clone(), entity.described))
        };
        let mut moved: BTreeMap<ArticleId, BTreeSet<ChainKey>> = BTreeMap::new();
        for node in relinked.iter().filter(|node| described(old, node) != described(self, node)) {
            moved.entry(node.article).or_default().insert(node.chain);
        }
        for (article, chains) in moved {
            for (story, claims) in [(old, &mut gone), (&*self, &mut come)] {
                let Some(member) = story.members.get(&article) else { continue };
                let chains = chains.iter().filter_map(|chain| member.number_of(*chain)).collect();
                claims.extend(member.claims_of(&chains).map(|claim| ClaimRef { article, claim }));
            }
        }
        // A claim that goes from one version only, or comes in one, is in both where both have it.
        let in_both = |claim: &&ClaimRef| old.told(**claim).is_some() && self.told(**claim).is_some();
        let both: Vec<ClaimRef> = gone.symmetric_difference(&come).filter(in_both).copied().collect();
        gone.extend(both.iter().copied());
        come.extend(both);
        let mut index = std::mem::take(&mut self.claims);
        index.forget(old, &gone);
        index.learn(self, &come);
        self.claims = index;
    }

    fn node(&self, chain: ChainRef) -> Option<Node> {
        let chain_key = self.members.get(&chain.article)?.key_of(chain.chain)?;
        Some(Node { article: chain.article, chain: chain_key })
    }

    fn chain_at(&self, node: Node) -> Option<&Chain> {
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

    fn id_of(&self, chain: ChainRef) -> Option<EntityId> {
        self.entity_of.get(&self.node(chain)?).copied()
    }

    /// A claim with its article.
    pub(super) fn told(&self, reference: ClaimRef) -> Option<Told<'_>> {
        let claim = self.members.get(&reference.article)?.claim(reference.claim)?;
        Some(Told { article: reference.article, claim })
    }
}
