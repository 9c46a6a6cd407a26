//! The dynamic oracle of the arc-hybrid system: how many arcs of the right tree a step puts out of reach (Goldberg and
//! Nivre 2013).

use twosource::language::model::{
    Relation,
    training::{Arc, NONE, State, Transition},
};

/// The right tree. Words are numbered as in [`State`].
pub struct Gold {
    heads: Vec<usize>,
    relations: Vec<Relation>,
}

/// What each kind of step costs in a state; labels aside.
pub struct Costs {
    shift: u32,
    left: u32,
    right: u32,
}

impl Gold {
    pub fn new(arcs: &[Arc]) -> Gold {
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
    /// The cost of a step, counting a wrong label on a right arc as one.
    pub fn of(&self, state: &State, gold: &Gold, transition: Transition) -> u32 {
        let s0 = state.top(0);
        let label =
            |head: usize, relation: Relation| u32::from(gold.heads[s0] == head && gold.relations[s0] != relation);
        match transition {
            Transition::Shift => self.shift,
            Transition::Left(relation) => self.left + label(state.buffer, relation),
            Transition::Right(relation) => self.right + label(state.top(1), relation),
        }
    }
}
