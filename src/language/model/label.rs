//! What decides the relation of an arc: features of the head, the dependent and what stands about them.
//!
//! The relation is chosen when the arc is made. By then the dependent has all its own dependents, the head some.

use super::{
    parser::Input,
    transition::{NONE, State},
    word::{Features, mix},
};

/// The features of the relation between two words, in the state before their arc is made.
pub fn features(state: &State, input: &Input, head: usize, dependent: usize, hashes: &mut Vec<u64>) {
    let (h, d) = (head, dependent);
    let word = |i: usize| input.words[i].lower;
    let tag = |i: usize| input.words[i].tag;
    let class = |i: usize| input.words[i].class;
    let label = |i: usize| if i == NONE { 0xff } else { state.words[i].relation as u64 };
    let (wh, th, ch, wd, td, cd) = (word(h), tag(h), class(h), word(d), tag(d), class(d));
    let side = u64::from(d < h);
    let [first, second] = state.words[d].left;
    let [last, _] = state.words[d].right;
    let (of_head, of_dependent) = (state.words[h].relations, state.words[d].relations);
    let [before, _] = if d < h { state.words[h].left } else { state.words[h].right };
    let distance = h.abs_diff(d).min(7) as u64;
    let marks = input.marks_between(h, d);
    let (marks_before, marks_after) = (input.words[d].marks, input.words[d + 1].marks);
    let (th, td) = (mix(th, side), mix(td, side));
    let (wh, wd) = (mix(wh, side), mix(wd, side));

    let mut f = Features::new(hashes);
    f.add([wd]);
    f.add([td]);
    f.add([wd, td]);
    f.add([wh]);
    f.add([th]);
    f.add([wh, th]);
    f.add([td, th]);
    f.add([wd, th]);
    f.add([td, wh]);
    f.add([td, th, distance]);
    f.add([td, th, marks]);
    f.add([td, marks_before, marks_after]);
    f.add([td, marks_before, marks_after, th]);
    f.add([wd, marks_before, marks_after]);
    f.add([cd, td]);
    f.add([cd, th]);
    f.add([cd, ch, side]);
    f.add([cd, wh]);
    f.add([ch, wd]);
    f.add([word(first), td]);
    f.add([word(first), td, th]);
    f.add([word(first), wh]);
    f.add([word(first), wd]);
    f.add([word(first), cd, th]);
    f.add([tag(first), td, th]);
    f.add([word(second), td]);
    f.add([tag(second), tag(first), td]);
    f.add([tag(last), td, th]);
    f.add([label(first), label(second), td]);
    f.add([label(last), td]);
    f.add([of_dependent, td]);
    f.add([of_dependent, td, th]);
    f.add([of_dependent, wd]);
    f.add([of_dependent, wh, td]);
    f.add([of_head, td]);
    f.add([of_head, td, th]);
    f.add([of_head, wh]);
    f.add([of_head, wh, td]);
    f.add([of_head, cd, th]);
    f.add([of_head, of_dependent, td, th]);
    f.add([label(before), td, th]);
    f.add([label(before), tag(before), td]);
    f.add([tag(d - 1), td]);
    f.add([td, tag(d + 1)]);
    f.add([word(d - 1), td]);
    f.add([td, word(d + 1)]);
    f.add([tag(d - 1), td, tag(d + 1)]);
    f.add([tag(h - 1), th, td]);
    f.add([th, tag(h + 1), td]);
    f.add([u64::from(d == 1), td]);
    let edge = state.words[d].edge;
    f.add([word(edge), td, th]);
    f.add([tag(edge), td, th, input.words[edge].marks]);
}
