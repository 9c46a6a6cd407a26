//! What an edit changes in a story: who is linked, and which claims are compared, anew.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

use rustc_hash::FxHashMap;

use super::{
    ArticleId, ChainRef, Entity, EntityId, Story,
    cluster::clusters,
    index::ClaimRef,
    link::{self, Linked, NameKey},
    member::{ChainKey, ClaimId, Member},
    story::Node,
};
use crate::facts::{Chain, ChainId, Identity};

impl Story {
    pub(super) fn put(&mut self, article: ArticleId, is: Option<Arc<Member>>, touched: &mut BTreeSet<Node>) {
        let was = self.members.get(&article).cloned();
        let gone = not_as_in(article, was.as_deref(), is.as_deref());
        let come = not_as_in(article, is.as_deref(), was.as_deref());
        touched.extend(gone.iter().chain(&come).map(|(node, ..)| *node));
        // Who is near to what goes, as long as all of it is there.
        gone.iter().for_each(|(_, shape, chain)| touched.extend(self.near(chain, *shape)));
        for (node, shape, chain) in gone {
            link::keys(chain).into_iter().for_each(|key| self.unpost(key, shape, node));
        }
        for (node, shape, chain) in come {
            for key in link::keys(chain) {
                self.postings.entry(key).or_default().insert((shape, node));
            }
        }
        match is {
            Some(is) => self.members.insert(article, is),
            None => self.members.remove(&article),
        };
    }

    fn unpost(&mut self, key: NameKey, shape: u64, node: Node) {
        let Some(posting) = self.postings.get_mut(&key) else { return };
        posting.remove(&(shape, node));
        if posting.is_empty() {
            self.postings.remove(&key);
        }
    }

    /// The chains that may be the same as one of this shape, going by its name alone, and all that are called as it is. Many share
    /// a given name or the word for what they are who are nothing to each other.
    fn near(&self, chain: &Chain, shape: u64) -> Vec<Node> {
        let mut known: FxHashMap<u64, bool> = FxHashMap::from_iter([(shape, true)]);
        let mut near = Vec::new();
        for key in link::keys(chain) {
            for (other, node) in self.postings.get(&key).into_iter().flatten() {
                let may_be_one = || self.chain_at(*node).is_some_and(|other| link::may_be_one(chain, other));
                if *known.entry(*other).or_insert_with(may_be_one) {
                    near.push(*node);
                }
            }
        }
        near
    }

    /// Clusters anew every chain that may be the same, directly or through others, as a touched one, and returns these chains.
    pub(super) fn relink(&mut self, old: &Story, touched: BTreeSet<Node>) -> BTreeSet<Node> {
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
            // What is alike is near to the same.
            let Some(member) = self.members.get(&node.article) else { continue };
            let Some((chain, shape)) = member.chain(node.chain).zip(member.shape_of(node.chain)) else { continue };
            if seen.insert(shape) {
                queue.extend(self.near(chain, shape));
            }
        }
        let mut chains: Vec<Linked> = component
            .iter()
            .filter_map(|&node| {
                let member = self.members.get(&node.article)?;
                let reference = ChainRef { article: node.article, chain: member.number_of(node.chain)? };
                let name = member.account.name.as_str();
                let shape = member.shape_of(node.chain)?;
                Some(Linked { reference, shape, name, chain: member.chain(node.chain)? })
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
    pub(super) fn renumber(&mut self, old: &Story, article: ArticleId) {
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
    pub(super) fn recompare(&mut self, old: &Story, changed: &[ArticleId], relinked: &BTreeSet<Node>) {
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
        // All that rules look at of a chain, but for what those are called who are quoted.
        let seen = |story: &Story, node: &Node| {
            let id = *story.entity_of.get(node)?;
            let entity = story.entities.get(&id)?;
            Some((id, entity.kind, entity.name.clone(), entity.described))
        };
        let moved: Vec<&Node> = relinked.iter().filter(|node| seen(old, node) != seen(self, node)).collect();
        let renamed: Vec<&Node> = relinked.iter().filter(|node| identity(old, node) != identity(self, node)).collect();
        for (story, claims) in [(old, &mut gone), (&*self, &mut come)] {
            claims.extend(story.claims_at(&moved, Member::claims_of));
            claims.extend(story.claims_at(&renamed, Member::utterances_of));
        }
        // A claim that goes from one version only, or comes in one, is in both where both have it.
        let in_both = |claim: &&ClaimRef| old.told(**claim).is_some() && self.told(**claim).is_some();
        let both: Vec<ClaimRef> = gone.symmetric_difference(&come).filter(in_both).copied().collect();
        gone.extend(both.iter().copied());
        come.extend(both);
        let mut index = std::mem::take(&mut self.claims);
        index.change(self, &gone, &come);
        self.claims = index;
    }

    /// The claims that `of` gives for the chains of each article.
    fn claims_at(&self, nodes: &[&Node], of: impl Fn(&Member, &BTreeSet<ChainId>) -> Vec<ClaimId>) -> Vec<ClaimRef> {
        let mut chains: BTreeMap<ArticleId, BTreeSet<ChainId>> = BTreeMap::new();
        for node in nodes {
            let number = self.members.get(&node.article).and_then(|member| member.number_of(node.chain));
            chains.entry(node.article).or_default().extend(number);
        }
        let claims =
            chains.iter().filter_map(|(article, chains)| Some((*article, of(self.members.get(article)?, chains))));
        claims.flat_map(|(article, claims)| claims.into_iter().map(move |claim| ClaimRef { article, claim })).collect()
    }
}

/// What a chain tells its entity from others by.
fn identity<'s>(story: &'s Story, node: &Node) -> Option<&'s Identity> {
    Some(&story.chain_at(*node)?.identity)
}

/// The chains of a version of an article, each with its shape, that link otherwise than in another one.
fn not_as_in<'m>(article: ArticleId, is: Option<&'m Member>, other: Option<&Member>) -> Vec<(Node, u64, &'m Chain)> {
    let Some(is) = is else { return Vec::new() };
    let renamed = other.is_none_or(|other| other.account.name != is.account.name);
    let changed =
        |chain: &&ChainKey| renamed || other.and_then(|other| other.shape_of(**chain)) != is.shape_of(**chain);
    let chains = is.chain_keys().iter().filter(changed);
    chains.filter_map(|&chain| Some((Node { article, chain }, is.shape_of(chain)?, is.chain(chain)?))).collect()
}
