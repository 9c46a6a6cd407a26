//! Dependency trees: a greedy parser over a linear model (Goldberg and Nivre 2013; features after Zhang and Nivre 2011).

use super::{
    table::{MAX_CLASSES, Scores, Table},
    tagger::Tag,
    tagset::Relation,
    transition::{NONE, State, Transition},
    word::{Features, Word, Words, mix},
};

/// A dependency parser.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    table: Table<'a>,
    transitions: Vec<Transition>,
}

/// Head and relation of a word.
pub type Arc = (Option<u32>, Relation);

impl<'a> Parser<'a> {
    /// The parser with these weights; `None` if they are not a parser's.
    pub fn new(table: Table<'a>) -> Option<Parser<'a>> {
        let transitions: Vec<Transition> =
            (0..table.classes()).map(|i| Transition::from_code(table.class(i))).collect::<Option<_>>()?;
        // With these every state has a step to take.
        let complete = transitions.contains(&Transition::Shift)
            && transitions.contains(&Transition::Left(Relation::Root))
            && transitions.iter().any(|t| matches!(t, Transition::Right(r) if *r != Relation::Root));
        complete.then_some(Parser { table, transitions })
    }

    /// The tree of a sentence, one arc per word. `hashes` is scratch space.
    pub fn parse(&self, input: &Input, hashes: &mut Vec<u64>) -> Vec<Arc> {
        let mut scores: Scores = [0; MAX_CLASSES];
        let mut state = State::new(input.len());
        while !state.is_final() {
            features(&state, input, hashes);
            self.table.score(hashes, &mut scores);
            let best = self
                .transitions
                .iter()
                .zip(&scores)
                .filter(|(transition, _)| state.allows(**transition))
                .reduce(|best, other| if other.1 > best.1 { other } else { best });
            match best {
                Some((&transition, _)) => state.apply(transition),
                None => unreachable!("`new` made sure that every state has a step to take"),
            }
        }
        let root = state.root();
        state.words[1..root]
            .iter()
            .map(|word| ((word.head != root).then(|| word.head as u32 - 1), word.relation))
            .collect()
    }
}

/// What the parser sees of a sentence. Words are numbered as in [`State`].
#[derive(Clone, Debug)]
pub struct Input {
    words: Vec<InputWord>,
}

/// What the parser sees of a word.
#[derive(Clone, Copy, Debug)]
struct InputWord {
    lower: u64,
    tag: u64,
    upos: u64,
}

impl Input {
    /// Puts words and tags together.
    pub fn new(words: &Words, tags: &[Tag]) -> Input {
        let outside = |which| InputWord { lower: Word::outside(which).lower, tag: 0xffff + which, upos: 0xff + which };
        let inside = tags.iter().enumerate().map(|(i, tag)| InputWord {
            lower: words.at(i, 0).lower,
            tag: u64::from(tag.code()),
            upos: tag.upos as u64,
        });
        // After the root stand two more places that the features may look at.
        Input { words: std::iter::once(outside(1)).chain(inside).chain([outside(2), outside(1), outside(1)]).collect() }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len() - 4
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The features of a state.
pub fn features(state: &State, input: &Input, hashes: &mut Vec<u64>) {
    let (s0, s1, s2, b0) = (state.top(0), state.top(1), state.top(2), state.buffer);
    let word = |i: usize| input.words[i].lower;
    let tag = |i: usize| input.words[i].tag;
    let upos = |i: usize| input.words[i].upos;
    let label = |i: usize| {
        if i == NONE { 0xff } else { state.words[i].relation as u64 }
    };
    let distance = |from: usize, to: usize| {
        if from == NONE { 0 } else { (to - from).min(9) as u64 }
    };

    let [s0l, s0l2] = state.words[s0].left;
    let [s0r, s0r2] = state.words[s0].right;
    let [s1l, _] = state.words[s1].left;
    let [s1r, s1r2] = state.words[s1].right;
    let [b0l, b0l2] = state.words[b0].left;
    let (w0, w1, w2, wb, wb1, wb2) = (word(s0), word(s1), word(s2), word(b0), word(b0 + 1), word(b0 + 2));
    let (t0, t1, t2, tb, tb1, tb2) = (tag(s0), tag(s1), tag(s2), tag(b0), tag(b0 + 1), tag(b0 + 2));
    let (wt0, wt1, wtb) = (mix(w0, t0), mix(w1, t1), mix(wb, tb));
    let gap = distance(s0, b0);
    let gap1 = distance(s1, s0);
    let left_count = |i: usize| u64::from(state.words[i].left_count.min(7));
    let right_count = |i: usize| u64::from(state.words[i].right_count.min(7));

    let mut f = Features::new(hashes);
    f.add([]);
    for (w, t, wt) in [(w0, t0, wt0), (w1, t1, wt1), (wb, tb, wtb)] {
        f.add([w]);
        f.add([t]);
        f.add([wt]);
    }
    for (w, t) in [(w2, t2), (wb1, tb1), (wb2, tb2)] {
        f.add([w]);
        f.add([t]);
    }
    f.add([wb1, tb1]);

    f.add([wt0, wtb]);
    f.add([wt0, wb]);
    f.add([w0, wtb]);
    f.add([wt0, tb]);
    f.add([t0, wtb]);
    f.add([w0, wb]);
    f.add([t0, tb]);
    f.add([tb, tb1]);
    f.add([t0, t1]);
    f.add([w0, w1]);
    f.add([w0, t1]);
    f.add([t0, w1]);
    f.add([wt0, t1]);
    f.add([t0, wt1]);
    f.add([w1, wb]);
    f.add([t1, tb]);

    f.add([tb, tb1, tb2]);
    f.add([t0, tb, tb1]);
    f.add([t1, t0, tb]);
    f.add([t2, t1, t0]);
    f.add([t1, t0, tb, tb1]);
    f.add([upos(s0), upos(b0), wb1]);
    f.add([upos(s0), wb, upos(b0 + 1)]);
    f.add([upos(s1), upos(s0), wb]);
    f.add([upos(s1), w0, upos(b0)]);
    f.add([w1, upos(s0), upos(b0)]);

    for child in [s0l, s0r, b0l] {
        f.add([t0, tag(child), tb]);
    }
    for child in [s1l, s1r, s0l, s0r] {
        f.add([t1, tag(child), t0]);
    }

    f.add([w0, gap]);
    f.add([t0, gap]);
    f.add([wb, gap]);
    f.add([tb, gap]);
    f.add([t0, tb, gap]);
    f.add([t1, gap1]);
    f.add([t0, t1, gap1]);

    for (w, t, count) in
        [(w0, t0, left_count(s0)), (w0, t0, right_count(s0)), (w1, t1, right_count(s1)), (wb, tb, left_count(b0))]
    {
        f.add([w, count]);
        f.add([t, count]);
    }

    for child in [s0l, s0r, s1r, b0l] {
        f.add([word(child)]);
        f.add([tag(child)]);
        f.add([label(child)]);
    }
    for child in [s0l2, s0r2, s1r2, b0l2] {
        f.add([tag(child)]);
        f.add([label(child)]);
    }
    f.add([label(s1r), t1]);
    f.add([label(s1l), t1]);
    f.add([label(s0l), label(s0r), t0]);
    f.add([label(s0l), label(s0l2), t0]);
    f.add([label(s0r), label(s0r2), t0]);
    f.add([label(s1r), label(s1r2), t1]);
    f.add([label(b0l), label(b0l2), tb]);
    f.add([w0, label(s0l)]);
    f.add([w0, label(s0r)]);
    f.add([w1, label(s1r)]);
    f.add([wb, label(b0l)]);
    f.add([t0, label(s0r), tb]);
    f.add([t1, label(s1r), t0, tb]);
}
