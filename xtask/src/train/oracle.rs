//! The dynamic oracle of the arc-hybrid system: how many arcs of the right tree a step puts out of reach (Goldberg and
//! Nivre 2013).

use twosource::language::model::{
    Relation,
    training::{Arc, NONE, State, Step},
};

/// The right tree. Words are numbered as in [`State`].
pub struct Gold {
    heads: Vec<usize>,
    relations: Vec<Relation>,
}

/// What each step costs in a state.
pub struct Costs {
    shift: u32,
    left: u32,
    right: u32,
}

impl Gold {
    /// The tree `arcs` of a sentence's tokens, reduced to those at `places`: what depends on another depends on the next of
    /// them above it, and the first that has none above it is the root.
    pub fn among(arcs: &[Arc], places: &[u32]) -> Gold {
        let mut numbers = vec![None; arcs.len()];
        for (number, &place) in places.iter().enumerate() {
            numbers[place as usize] = Some(number as u32);
        }
        let above = |place: u32| {
            let path = std::iter::successors(arcs[place as usize].0, |&i| arcs[i as usize].0).take(arcs.len());
            path.filter_map(|i| numbers[i as usize]).next()
        };
        let heads: Vec<Option<u32>> = places.iter().map(|&place| above(place)).collect();
        let root = heads.iter().position(Option::is_none).map(|root| root as u32);
        let reduced: Vec<Arc> = (0..)
            .zip(places)
            .zip(heads)
            .map(|((number, &place), head)| match arcs[place as usize].1 {
                _ if Some(number) == root => (None, Relation::Root),
                Relation::Root => (head.or(root), Relation::Parataxis),
                relation => (head.or(root), relation),
            })
            .collect();
        Gold::new(&reduced)
    }

    fn new(arcs: &[Arc]) -> Gold {
        let root = arcs.len() + 1;
        let heads = arcs.iter().map(|(head, _)| head.map_or(root, |h| h as usize + 1));
        Gold {
            heads: std::iter::once(NONE).chain(heads).chain([NONE]).collect(),
            relations: std::iter::once(Relation::Root)
                .chain(arcs.iter().map(|a| a.1))
                .chain([Relation::Root])
                .collect(),
        }
    }

    /// The relation between two words, if the right tree has an arc there.
    pub fn relation(&self, head: usize, dependent: usize) -> Option<Relation> {
        (self.heads[dependent] == head).then_some(self.relations[dependent])
    }

    /// The costs in a state. A step that the state does not allow has no meaningful cost.
    pub fn costs(&self, state: &State) -> Costs {
        let (s0, s1, b0) = (state.top(0), state.top(1), state.buffer);
        let waiting = b0..state.root();
        let dependents_waiting = waiting.filter(|&w| self.heads[w] == s0).count() as u32;
        let below_top = state.stack.split_last().map_or(&[][..], |(_, below)| below);
        let lost_by_shift = state.stack.iter().filter(|&&s| self.heads[s] == b0).count()
            + below_top.iter().filter(|&&s| self.heads[b0] == s).count();
        let head = self.heads[s0];
        Costs {
            shift: lost_by_shift as u32,
            left: dependents_waiting + u32::from(head > b0 || (head == s1 && s1 != NONE)),
            right: dependents_waiting + u32::from(head >= b0),
        }
    }
}

impl Costs {
    /// The cost of a step.
    pub fn of(&self, step: Step) -> u32 {
        match step {
            Step::Shift => self.shift,
            Step::Left => self.left,
            Step::Right => self.right,
        }
    }
}
