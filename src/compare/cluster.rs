//! Sorts chains into entities: full names first, then short ones where only one can be meant.
//!
//! Chains that are alike in all that linking looks at (one *shape*) are taken together, so that the cost follows the number of
//! ways in which people are called and not the number of articles.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    ArticleId, Entity,
    link::{self, Linked, NameKey, Strength, set_apart, strength},
};
use crate::facts::Chain;

/// So many groups may stand against each other before it is not worth asking who is meant.
const MOST_RIVALS: usize = 64;

/// Sorts chains, given in the order of their articles' names and of first mention, into entities. Chains of one article
/// stay apart: the article itself tells them apart.
pub fn clusters(chains: &[Linked]) -> Vec<Entity> {
    let mut groups = Groups::new(chains);
    for (strength, x, y) in groups.pairs() {
        if strength < Strength::Short {
            groups.join_all(x, y);
        } else {
            groups.join_where_sure(strength, x, y);
        }
    }
    groups.clusters.values().map(|cluster| link::entity(chains, &cluster.chains)).collect()
}

/// A set of chains that are the same so far.
struct Cluster {
    /// In order.
    chains: Vec<usize>,
    articles: BTreeSet<ArticleId>,
    shapes: BTreeSet<usize>,
}

struct Groups<'a> {
    /// One chain of each shape, by the number of the shape.
    shapes: Vec<&'a Chain>,
    /// By their first chain when they began.
    clusters: BTreeMap<usize, Cluster>,
    /// The clusters that chains of a shape are in.
    of_shape: Vec<BTreeSet<usize>>,
    /// How sure it is that two shapes are one; what is not here cannot be.
    strengths: HashMap<(usize, usize), Strength>,
    /// The shapes that a shape may be the same as.
    near: Vec<Vec<(Strength, usize)>>,
}

impl<'a> Groups<'a> {
    fn new(chains: &[Linked<'a>]) -> Groups<'a> {
        let mut numbers: HashMap<u64, usize> = HashMap::new();
        let mut shapes: Vec<&Chain> = Vec::new();
        let mut of_shape: Vec<BTreeSet<usize>> = Vec::new();
        let mut clusters = BTreeMap::new();
        for (i, linked) in chains.iter().enumerate() {
            let shape = *numbers.entry(linked.shape).or_insert_with(|| {
                shapes.push(linked.chain);
                of_shape.push(BTreeSet::new());
                shapes.len() - 1
            });
            of_shape[shape].insert(i);
            let articles = BTreeSet::from([linked.reference.article]);
            clusters.insert(i, Cluster { chains: vec![i], articles, shapes: BTreeSet::from([shape]) });
        }
        let mut groups =
            Groups { near: vec![Vec::new(); shapes.len()], shapes, clusters, of_shape, strengths: HashMap::new() };
        groups.compare();
        groups
    }

    /// Compares the shapes that share a key.
    fn compare(&mut self) {
        let mut sharing: BTreeMap<NameKey, Vec<usize>> = BTreeMap::new();
        for (shape, chain) in self.shapes.iter().enumerate() {
            for key in link::keys(chain) {
                sharing.entry(key).or_default().push(shape);
            }
        }
        for shapes in sharing.values() {
            for (i, &x) in shapes.iter().enumerate() {
                for &y in &shapes[i..] {
                    if !self.strengths.contains_key(&(x, y))
                        && let Some(strength) = strength(self.shapes[x], self.shapes[y])
                    {
                        self.strengths.insert((x, y), strength);
                        self.near[x].push((strength, y));
                        if x != y {
                            self.near[y].push((strength, x));
                        }
                    }
                }
            }
        }
    }

    /// The pairs of shapes that may be one, surest first.
    fn pairs(&self) -> Vec<(Strength, usize, usize)> {
        let mut pairs: Vec<_> = self.strengths.iter().map(|(&(x, y), &strength)| (strength, x, y)).collect();
        pairs.sort();
        pairs
    }

    /// Joins all clusters that have one of the shapes, as far as they may be joined.
    fn join_all(&mut self, x: usize, y: usize) {
        let mut kept: Vec<usize> = Vec::new();
        for cluster in &self.of_shape[x] | &self.of_shape[y] {
            match kept.iter().find(|&&to| self.is_between(x, y, to, cluster) && self.may_join(to, cluster)) {
                Some(&to) => self.join(to, cluster),
                None => kept.push(cluster),
            }
        }
    }

    /// Whether one cluster has shape `x` and the other `y`.
    fn is_between(&self, x: usize, y: usize, a: usize, b: usize) -> bool {
        let has = |cluster, shape: usize| self.of_shape[shape].contains(&cluster);
        has(a, x) && has(b, y) || has(a, y) && has(b, x)
    }

    /// Joins clusters that have one of the shapes, where nobody else can be meant.
    fn join_where_sure(&mut self, strength: Strength, x: usize, y: usize) {
        if self.of_shape[x] == self.of_shape[y] && self.of_shape[x].len() == 1 {
            return;
        }
        let all = &self.meant(strength, x) | &self.meant(strength, y);
        if self.are_one(&all) {
            return self.join_all(x, y);
        }
        if all.len() > MOST_RIVALS {
            return;
        }
        let mut tried: BTreeSet<(usize, usize)> = BTreeSet::new();
        while let Some((a, b)) = self.next_between(x, y, &tried) {
            tried.insert((a, b));
            if self.may_join(a, b) && self.is_sure(strength, a, b) && self.is_sure(strength, b, a) {
                self.join(a, b);
            }
        }
    }

    fn next_between(&self, x: usize, y: usize, tried: &BTreeSet<(usize, usize)>) -> Option<(usize, usize)> {
        let pairs = self.of_shape[x].iter().flat_map(|&a| self.of_shape[y].iter().map(move |&b| (a.min(b), a.max(b))));
        pairs.filter(|(a, b)| a != b).find(|pair| !tried.contains(pair))
    }

    /// The clusters that a chain of this shape may be in.
    fn meant(&self, strength: Strength, shape: usize) -> BTreeSet<usize> {
        let near = self.near[shape].iter().filter(|(other, _)| *other <= strength);
        let others = near.flat_map(|(_, other)| &self.of_shape[*other]);
        others.chain(&self.of_shape[shape]).copied().collect()
    }

    /// Whether `cluster` may be in no cluster but `to`, or ones that may be the same as that. Of several people with one surname, those
    /// are meant whom some article calls by it alone.
    fn is_sure(&self, strength: Strength, cluster: usize, to: usize) -> bool {
        let ours = &self.clusters[&cluster];
        let person = |shape: &usize| self.shapes[*shape].identity.person.as_ref();
        let bare = ours.shapes.iter().filter_map(person).find(|name| !name.is_full()).map(|name| &name.surname);
        let called = |other: usize| {
            let shapes = &self.clusters[&other].shapes;
            bare.is_some_and(|bare| shapes.iter().any(|&shape| self.shapes[shape].identity.forms.contains(bare)))
        };
        let only_called = called(to);
        let meant = ours.shapes.iter().flat_map(|&shape| self.meant(strength, shape));
        let mut rivals = meant.filter(|&other| other != cluster && other != to && (!only_called || called(other)));
        !rivals.any(|other| self.clusters[&other].articles.is_disjoint(&ours.articles) && !self.may_join(other, to))
    }

    /// Whether all these clusters may be one.
    fn are_one(&self, clusters: &BTreeSet<usize>) -> bool {
        let mut articles: BTreeSet<ArticleId> = BTreeSet::new();
        let mut shapes: BTreeSet<usize> = BTreeSet::new();
        for cluster in clusters.iter().map(|cluster| &self.clusters[cluster]) {
            if !cluster.articles.iter().all(|article| articles.insert(*article)) {
                return false;
            }
            if cluster.shapes.is_subset(&shapes) {
                continue;
            }
            if !cluster.shapes.iter().all(|x| shapes.iter().all(|y| !self.contradict(*x, *y))) {
                return false;
            }
            shapes.extend(&cluster.shapes);
        }
        true
    }

    /// No article twice, and nobody in one that contradicts somebody in the other.
    fn may_join(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.clusters[&a], &self.clusters[&b]);
        a.articles.is_disjoint(&b.articles)
            && a.shapes.iter().all(|x| b.shapes.iter().all(|y| !self.contradict(*x, *y)))
    }

    /// Whether two shapes cannot be one: a person says so, or they are full names of two people.
    fn contradict(&self, x: usize, y: usize) -> bool {
        let (a, b) = (self.shapes[x], self.shapes[y]);
        let full = |chain: &Chain| chain.identity.person.as_ref().is_some_and(|person| person.is_full());
        set_apart(a, b) || full(a) && full(b) && !self.strengths.contains_key(&(x.min(y), x.max(y)))
    }

    fn join(&mut self, to: usize, cluster: usize) {
        let Some(joined) = self.clusters.remove(&cluster) else { return };
        for &shape in &joined.shapes {
            self.of_shape[shape].remove(&cluster);
            self.of_shape[shape].insert(to);
        }
        if let Some(to) = self.clusters.get_mut(&to) {
            to.chains.extend(joined.chains);
            to.chains.sort_unstable();
            to.articles.extend(joined.articles);
            to.shapes.extend(joined.shapes);
        }
    }
}
