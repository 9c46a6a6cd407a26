//! Dependency trees: a greedy parser over a linear model (Goldberg and Nivre 2013; features after Zhang and Nivre 2011).

use super::{
    label, punctuation,
    table::{MAX_CLASSES, Scores, Table},
    tagger::Tag,
    tagset::{Relation, Upos, Xpos},
    transition::{NONE, State, Step},
    triples::Triples,
    word::{Features, Word, Words, mix},
};

/// A dependency parser: one model for the steps, one for the relations of the arcs they make.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    steps: Triples<'a>,
    labels: Table<'a>,
    relations: Vec<Relation>,
}

/// Head and relation of a word.
pub type Arc = (Option<u32>, Relation);

impl<'a> Parser<'a> {
    /// The parser with these weights; `None` if they are not a parser's.
    pub fn new(steps: Triples<'a>, labels: Table<'a>) -> Option<Parser<'a>> {
        let relation = |i| Relation::ALL.get(usize::from(labels.class(i))).copied().filter(|&r| r != Relation::Root);
        let relations: Vec<Relation> = (0..labels.classes()).map(relation).collect::<Option<_>>()?;
        (!relations.is_empty()).then_some(Parser { steps, labels, relations })
    }

    /// The tree of a sentence, one arc per word. `hashes` is scratch space.
    pub fn parse(&self, input: &Input, hashes: &mut Vec<u64>) -> Vec<Arc> {
        let mut scores: Scores = [0; MAX_CLASSES];
        let mut state = State::new(input.len());
        while !state.is_final() {
            features(&state, input, hashes);
            let step = best_step(&state, self.steps.score(hashes));
            let relation = match state.arc(step) {
                Some((head, dependent)) if head != state.root() => {
                    label::features(&state, input, head, dependent, hashes);
                    self.labels.score(hashes, &mut scores);
                    let best = (1..self.relations.len()).fold(0, |a, b| if scores[b] > scores[a] { b } else { a });
                    self.relations[best]
                }
                _ => Relation::Root,
            };
            state.apply(step, relation);
        }
        let root = state.root();
        let mut arcs = vec![(None, Relation::Punct); input.tags.len()];
        for (word, &place) in state.words[1..root].iter().zip(&input.places) {
            arcs[place as usize] = ((word.head != root).then(|| input.places[word.head - 1]), word.relation);
        }
        punctuation::attach(input.tags, &mut arcs);
        arcs
    }
}

/// The step with the highest score among those that the state allows, the first of equals.
pub fn best_step(state: &State, scores: [i32; 3]) -> Step {
    let allowed = Step::ALL.into_iter().filter(|&step| state.allows(step));
    allowed
        .reduce(|best, other| if scores[other as usize] > scores[best as usize] { other } else { best })
        .expect("every state but the final one has a step to take")
}

/// What the parser sees of a sentence: its words, without marks of punctuation. They are numbered as in [`State`].
#[derive(Clone, Debug)]
pub struct Input<'a> {
    pub(super) words: Vec<InputWord>,
    /// Which token each word is.
    pub places: Vec<u32>,
    tags: &'a [Tag],
}

/// What the parser sees of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct InputWord {
    pub lower: u64,
    pub tag: u64,
    pub upos: u64,
    /// What kind of thing or deed it stands for.
    pub class: u64,
    /// The marks between the word before and this one: a bit for each kind.
    pub marks: u64,
    /// How many commas stand before it in the sentence.
    pub commas: u32,
    /// How many other marks stand before it in the sentence.
    pub others: u32,
    /// How many verbs stand before it in the sentence.
    pub verbs: u32,
}

impl<'a> Input<'a> {
    /// Puts words and tags together.
    pub fn new(words: &Words, tags: &'a [Tag]) -> Input<'a> {
        let outside = |which| InputWord {
            lower: Word::outside(which).lower,
            tag: 0xffff + which,
            upos: 0xff + which,
            class: 0xff + which,
            marks: 0,
            commas: 0,
            others: 0,
            verbs: 0,
        };
        let mut input =
            Input { words: Vec::with_capacity(tags.len() + 4), places: Vec::with_capacity(tags.len()), tags };
        input.words.push(outside(1));
        let mut before = InputWord { marks: 0, ..outside(2) };
        for (i, tag) in tags.iter().enumerate() {
            if punctuation::is_mark(*tag) {
                before.marks |= 1 << punctuation::kind(*tag);
                let count = if tag.xpos == Xpos::Comma { &mut before.commas } else { &mut before.others };
                *count += 1;
                continue;
            }
            let word = words.at(i, 0);
            let (lower, upos) = (word.lower, tag.upos as u64);
            let tag_code = u64::from(tag.code());
            input.words.push(InputWord { lower, tag: tag_code, upos, class: class(word, *tag), ..before });
            input.places.push(i as u32);
            before.marks = 0;
            before.verbs += u32::from(tag.xpos.is_verb() || tag.xpos == Xpos::Md);
        }
        // After the root stand two more places that the features may look at.
        input.words.extend([before, outside(1), outside(1)]);
        input
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

/// What a noun or verb is a kind of; of other words the part of speech.
fn class(word: &Word, tag: Tag) -> u64 {
    match tag.upos {
        Upos::Noun => 0x100 | u64::from(word.profile.noun),
        Upos::Verb => 0x200 | u64::from(word.profile.verb),
        Upos::Propn if word.tags == 0 => 0x300,
        _ => tag.upos as u64,
    }
}

impl Input<'_> {
    /// The marks between two words, in either order: how many commas and how many others, up to two each.
    pub(super) fn marks_between(&self, a: usize, b: usize) -> u64 {
        let (first, last) = (&self.words[a.min(b)], &self.words[a.max(b)]);
        if a == NONE || b == NONE {
            return 0;
        }
        u64::from((last.commas - first.commas).min(2) * 3 + (last.others - first.others).min(2))
    }

    /// How many verbs stand between two words: 0, 1 or 2 for more.
    pub(super) fn verbs_between(&self, a: usize, b: usize) -> u64 {
        if a == NONE || b <= a { 0 } else { u64::from((self.words[b].verbs - self.words[a + 1].verbs).min(2)) }
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

    let class = |i: usize| input.words[i].class;
    let (c0, c1, cb) = (class(s0), class(s1), class(b0));
    f.add([c0, tb]);
    f.add([t0, cb]);
    f.add([c0, cb]);
    f.add([c1, c0]);
    f.add([c1, t0, tb]);
    f.add([w0, cb]);
    f.add([c0, wb]);
    f.add([w1, c0]);
    f.add([c1, w0]);

    // Prepositions and conjunctions depend on the word they introduce, and say most about where it belongs.
    let (first0, firstb) = (word(s0l), word(b0l));
    f.add([t1, first0, t0]);
    f.add([w1, first0]);
    f.add([w1, first0, t0]);
    f.add([w1, first0, w0]);
    f.add([c1, first0, c0]);
    f.add([t2, t1, first0]);
    f.add([w2, first0, t1]);
    f.add([first0, t0, tb]);
    f.add([first0, wb]);
    f.add([t0, firstb, tb]);
    f.add([w0, firstb]);
    f.add([w0, firstb, wb]);
    f.add([c0, firstb, cb]);
    f.add([t1, t0, firstb]);
    f.add([word(s1l), t1, t0]);

    let (of0, of1, ofb) = (state.words[s0].relations, state.words[s1].relations, state.words[b0].relations);
    f.add([of0, t0]);
    f.add([of0, t0, tb]);
    f.add([of1, t1]);
    f.add([of1, t1, t0]);
    f.add([of1, of0, t1, t0]);
    f.add([of1, w1]);
    f.add([of1, t1, t0, tb]);
    f.add([of0, w0]);
    f.add([ofb, tb]);
    f.add([of0, ofb, t0, tb]);
    f.add([of1, first0, t0]);

    let marks = |a: usize, b: usize| input.marks_between(a, b);
    let verbs = |a: usize, b: usize| input.verbs_between(a, b);
    let (m0, mb, mb1) = (input.words[s0].marks, input.words[b0].marks, input.words[b0 + 1].marks);
    f.add([mb, tb]);
    f.add([t0, tb, mb]);
    f.add([t0, tb, mb, mb1]);
    f.add([t1, t0, m0, mb]);
    f.add([t0, m0, mb]);
    f.add([tb, mb1, tb1]);
    f.add([w0, mb]);
    f.add([wb, mb]);
    f.add([wt0, tb, mb]);
    f.add([t0, wtb, mb]);
    f.add([w0, wb, mb]);
    f.add([c0, cb, mb]);
    f.add([t1, t0, tb, mb, m0]);
    f.add([t1, t0, tb, mb, tb1, mb1]);
    f.add([t0, tb, tb1, mb, mb1]);
    f.add([t0, tb, tb1, tb2, mb]);
    f.add([t2, t1, t0, m0, mb]);
    f.add([of0, t0, tb, mb]);
    f.add([of1, t1, t0, m0, mb]);
    f.add([of1, w1, m0]);
    f.add([of0, of1, mb, m0]);
    f.add([first0, t0, tb, mb]);
    f.add([t1, first0, t0, m0]);
    f.add([t0, tb, marks(s0, b0)]);
    f.add([t1, t0, marks(s1, s0), tb]);
    f.add([t1, t0, marks(s1, s0), mb]);
    f.add([t0, tb, verbs(s0, b0), marks(s0, b0)]);
    f.add([t1, t0, verbs(s1, s0), marks(s1, s0)]);
    f.add([t1, tb, verbs(s1, b0), marks(s1, b0)]);
    f.add([t0, tb, tb1, verbs(b0, state.root())]);
}
