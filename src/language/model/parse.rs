//! The analysis of a sentence: tags, dependency tree, names.

use std::ops::Range;

use super::tagset::{NameKind, NameTag, Relation, Upos, Xpos};

/// What the models say about one token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Node {
    pub upos: Upos,
    pub xpos: Xpos,
    /// Index of the token that this one depends on; `None` for the root.
    pub head: Option<u32>,
    pub relation: Relation,
    pub name: NameTag,
    /// How sure `name` is: its lead over the best tag of another kind (for [`NameTag::Outside`]: of any kind), from 0 (a toss-up) to 255.
    pub name_margin: u8,
}

/// A name that the models found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    pub tokens: Range<usize>,
    pub kind: NameKind,
    /// The least margin of its tokens.
    pub margin: u8,
}

/// The analysis of a sentence, token by token.
///
/// The heads form a tree: a sentence with tokens has one root, and every token reaches it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Parse {
    nodes: Box<[Node]>,
    /// The dependents of all tokens, head by head, each head's in the order of the sentence.
    children: Box<[u32]>,
    /// Where the dependents of each token start in `children`, and at the end their number.
    starts: Box<[u32]>,
}

impl Parse {
    /// `nodes` must form a tree.
    pub(super) fn new(nodes: Vec<Node>) -> Parse {
        let mut starts = vec![0; nodes.len() + 1];
        for head in nodes.iter().filter_map(|n| n.head) {
            starts[head as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut children = vec![0; starts.last().map_or(0, |&n| n as usize)];
        for (i, node) in nodes.iter().enumerate() {
            if let Some(head) = node.head {
                children[next[head as usize] as usize] = i as u32;
                next[head as usize] += 1;
            }
        }
        Parse { nodes: nodes.into(), children: children.into(), starts: starts.into() }
    }

    /// One node per token.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node of token `i`.
    pub fn node(&self, i: usize) -> &Node {
        &self.nodes[i]
    }

    /// The token that token `i` depends on.
    pub fn head(&self, i: usize) -> Option<usize> {
        self.nodes[i].head.map(|h| h as usize)
    }

    /// The token that depends on no other; `None` in a sentence without tokens.
    pub fn root(&self) -> Option<usize> {
        self.nodes.iter().position(|n| n.head.is_none())
    }

    /// The dependents of token `i`, in the order of the sentence.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.children[self.starts[i] as usize..self.starts[i + 1] as usize].iter().map(|&c| c as usize)
    }

    /// The first dependent of token `i` with this relation.
    pub fn child(&self, i: usize, relation: Relation) -> Option<usize> {
        self.children(i).find(|&c| self.nodes[c].relation == relation)
    }

    /// The tokens from `i` (inclusive) up to the root.
    pub fn path(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(i), |&i| self.head(i))
    }

    /// Whether token `i` is `ancestor` or depends on it, directly or not.
    pub fn is_within(&self, i: usize, ancestor: usize) -> bool {
        self.path(i).any(|j| j == ancestor)
    }

    /// The tokens from the first to the last of those that depend on `i`, itself included. Trees are projective, so all tokens
    /// in the range depend on `i`.
    pub fn subtree(&self, i: usize) -> Range<usize> {
        let first = std::iter::successors(Some(i), |&j| self.children(j).next().filter(|&c| c < j));
        let last = std::iter::successors(Some(i), |&j| self.children(j).next_back().filter(|&c| c > j));
        first.last().unwrap_or(i)..last.last().unwrap_or(i) + 1
    }

    /// The names, in the order of the sentence.
    pub fn names(&self) -> impl Iterator<Item = Name> + '_ {
        let mut start = 0;
        self.nodes.iter().enumerate().filter_map(move |(i, node)| {
            if matches!(node.name, NameTag::Begin(_) | NameTag::Unit(_)) {
                start = i;
            }
            match node.name {
                NameTag::Last(kind) | NameTag::Unit(kind) => Some(Name {
                    tokens: start..i + 1,
                    kind,
                    margin: (start..=i).map(|j| self.nodes[j].name_margin).min()?,
                }),
                _ => None,
            }
        })
    }
}
