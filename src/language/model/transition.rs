//! The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root behind the last word.

use super::tagset::Relation;

/// One step of the parser.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Step {
    /// Moves the first word of the buffer onto the stack.
    Shift,
    /// Makes the top of the stack a dependent of the first word of the buffer and pops it.
    Left,
    /// Makes the top of the stack a dependent of the word below it and pops it.
    Right,
}

impl Step {
    /// Every step; the index of one is `step as usize`.
    pub const ALL: [Step; 3] = [Step::Shift, Step::Left, Step::Right];
}

/// Stands for "no word".
pub const NONE: usize = 0;

/// What is known of a word at some point of the parse.
#[derive(Clone, Copy, Debug)]
pub struct Partial {
    /// [`NONE`] until it is attached.
    pub head: usize,
    pub relation: Relation,
    /// The outermost dependents before the word, the outermost first.
    pub left: [usize; 2],
    /// The outermost dependents after the word, the outermost first.
    pub right: [usize; 2],
    /// The first of the words that depend on it, directly or not, itself included.
    pub edge: usize,
    /// The relations of its dependents: a bit for each.
    pub relations: u64,
    /// How many dependents stand before the word.
    pub left_count: u32,
    /// How many dependents stand after the word.
    pub right_count: u32,
}

/// A state of the parser. Words are numbered from 1 to `len`, the root is `len + 1`.
///
/// Invariant: the numbers on the stack rise and all are below `buffer`.
#[derive(Clone, Debug)]
pub struct State {
    pub stack: Vec<usize>,
    /// The first word that was not shifted yet, or the root.
    pub buffer: usize,
    pub words: Vec<Partial>,
}

impl State {
    /// Before the first step through a sentence of `len` words.
    pub fn new(len: usize) -> State {
        let unattached = Partial {
            head: NONE,
            relation: Relation::Root,
            left: [NONE; 2],
            right: [NONE; 2],
            edge: NONE,
            relations: 0,
            left_count: 0,
            right_count: 0,
        };
        let words = (0..len + 2).map(|edge| Partial { edge, ..unattached }).collect();
        State { stack: Vec::with_capacity(32), buffer: 1, words }
    }

    /// The number that stands for the root.
    pub fn root(&self) -> usize {
        self.words.len() - 1
    }

    /// Whether all words are attached.
    pub fn is_final(&self) -> bool {
        self.stack.is_empty() && self.buffer == self.root()
    }

    /// The `i`th word from the top of the stack, or [`NONE`].
    pub fn top(&self, i: usize) -> usize {
        match self.stack.len().checked_sub(i + 1) {
            Some(at) => self.stack[at],
            None => NONE,
        }
    }

    /// Whether the step can be taken. Exactly one word ever becomes a dependent of the root.
    pub fn allows(&self, step: Step) -> bool {
        let at_root = self.buffer == self.root();
        match step {
            Step::Shift => !at_root,
            Step::Left => {
                if at_root {
                    self.stack.len() == 1
                } else {
                    !self.stack.is_empty()
                }
            }
            Step::Right => self.stack.len() >= 2,
        }
    }

    /// The step, if the state allows no other.
    pub fn only_step(&self) -> Option<Step> {
        let mut allowed = Step::ALL.into_iter().filter(|&step| self.allows(step));
        allowed.next().filter(|_| allowed.next().is_none())
    }

    /// Head and dependent of the arc that the step makes, if it makes one.
    pub fn arc(&self, step: Step) -> Option<(usize, usize)> {
        match step {
            Step::Shift => None,
            Step::Left => Some((self.buffer, self.top(0))),
            Step::Right => Some((self.top(1), self.top(0))),
        }
    }

    /// Takes a step that the state allows; `relation` is that of its arc.
    pub fn apply(&mut self, step: Step, relation: Relation) {
        debug_assert!(self.allows(step));
        match self.arc(step) {
            None => {
                self.stack.push(self.buffer);
                self.buffer += 1;
            }
            Some((head, dependent)) => {
                self.stack.pop();
                self.attach(dependent, head, relation);
            }
        }
    }

    fn attach(&mut self, dependent: usize, head: usize, relation: Relation) {
        self.words[dependent].head = head;
        self.words[dependent].relation = relation;
        let edge = self.words[dependent].edge;
        let head_word = &mut self.words[head];
        head_word.edge = head_word.edge.min(edge);
        let (nearest, count) = if dependent < head {
            (&mut head_word.left, &mut head_word.left_count)
        } else {
            (&mut head_word.right, &mut head_word.right_count)
        };
        *nearest = [dependent, nearest[0]];
        *count += 1;
        head_word.relations |= 1 << relation as u8;
    }
}
