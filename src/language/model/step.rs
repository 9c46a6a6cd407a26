//! What decides the next step: features of the top of the stack, the front of the buffer and what stands about them.

use super::{
    parser::Input,
    transition::{NONE, State},
    word::{Features, mix},
};

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

    for child in [s0l, s0r, b0l] {
        f.add([word(child)]);
        f.add([tag(child)]);
        f.add([label(child)]);
    }
    for child in [s0r2, b0l2] {
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

    // A relative clause may begin with what is not its verb's: `whose brother was killed`.
    let (e0, eb) = (state.words[s0].edge, state.words[b0].edge);
    let (we0, te0, web, teb) = (word(e0), tag(e0), word(eb), tag(eb));
    let (me0, meb) = (input.words[e0].marks, input.words[eb].marks);
    f.add([teb, t0, tb]);
    f.add([teb, t1, t0, tb]);
    f.add([web, t0, tb]);
    f.add([web, w0]);
    f.add([teb, w0, tb]);
    f.add([teb, t0, tb, meb]);
    f.add([te0, t1, t0]);
    f.add([we0, t1, t0]);
    f.add([te0, w1, t0]);
    f.add([te0, t1, t0, tb, me0]);
    f.add([te0, t1, t0, me0, mb]);
}
