//! Dependency trees: a greedy parser over a linear model (Goldberg and Nivre 2013; features after Zhang and Nivre 2011).

use std::sync::LazyLock;

use super::{
    label, punctuation, step,
    table::{MAX_CLASSES, Scores, Table},
    tagger::Tag,
    tagset::{Relation, Upos, Xpos},
    transition::{NONE, Partial, State, Step},
    triples::Triples,
    word::{Word, Words},
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

    /// The tree of the words that the parser is shown; all other tokens are left as marks without a head.
    pub(super) fn tree(&self, input: &Input, hashes: &mut Vec<u64>) -> Vec<Arc> {
        let mut scores: Scores = [0; MAX_CLASSES];
        let mut state = State::new(input.len());
        while !state.is_final() {
            let step = state.only_step().unwrap_or_else(|| {
                step::features(&state, input, hashes);
                let mut scores = self.steps.score(hashes);
                if opens_relative(&state, input) {
                    scores[Step::Left as usize] = i32::MIN;
                }
                best_step(&state, scores)
            });
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
        join_subjects(&mut state, input);
        open_absolutes(&mut state, input);
        let root = state.root();
        let mut arcs = vec![(None, Relation::Punct); input.tags.len()];
        for (word, &place) in state.words[1..root].iter().zip(&input.places) {
            arcs[place as usize] = ((word.head != root).then(|| input.places[word.head - 1]), word.relation);
        }
        arcs
    }
}

/// Whether the first word of the buffer is the verb of a relative clause, of which nothing can stand before `whose` and what
/// belongs to them: `the clerk, whose brother was hurt`.
fn opens_relative(state: &State, input: &Input) -> bool {
    let [first, _] = state.words[state.buffer].left;
    let [owner, _] = state.words[first].left;
    input.xpos(owner) == Some(Xpos::WpPoss) && state.top(0) != NONE && state.allows(Step::Shift)
}

/// A verb has one subject: what follows it after a comma describes it, `the harbour, a quiet place, froze`; what stands behind the
/// verb of a relative clause is the object there, `the people who run the stalls left`; and "herself" is nobody else, `the mayor
/// herself left`.
fn join_subjects(state: &mut State, input: &Input) {
    let root = state.root();
    // The last dependent before each word.
    let mut nearest = vec![NONE; root + 1];
    for word in 1..root {
        let Partial { head, relation, edge, .. } = state.words[word];
        if head < word {
            continue;
        }
        let before = nearest[head];
        let is_subject = |relation| matches!(relation, Relation::Nsubj | Relation::NsubjPass);
        let two = before != NONE && is_subject(state.words[before].relation) && is_subject(relation);
        if two && is_reflexive(input, word) {
            state.words[before].relation = relation;
            (state.words[word].head, state.words[word].relation) = (before, Relation::NmodUnmarked);
        } else if two && input.words[edge].marks & punctuation::COMMA != 0 {
            (state.words[word].head, state.words[word].relation) = (before, Relation::Appos);
        } else if let Some(verb) = Some(edge - 1).filter(|&verb| two && lacks_object(state, input, verb, before)) {
            state.words[before].relation = relation;
            (state.words[word].head, state.words[word].relation) = (verb, Relation::Obj);
        } else {
            nearest[head] = word;
        }
    }
}

fn is_reflexive(input: &Input, word: usize) -> bool {
    static REFLEXIVES: LazyLock<[u64; 4]> = LazyLock::new(|| {
        ["himself", "herself", "itself", "themselves"].map(|form| Word::new(form, &mut Vec::new()).lower)
    });
    REFLEXIVES.contains(&input.words[word].lower)
}

/// Whether a word is the verb of a relative clause of `noun` and has its subject but no object yet: `the people who run`.
fn lacks_object(state: &State, input: &Input, verb: usize, noun: usize) -> bool {
    let Partial { head, relation, left, right_count, .. } = state.words[verb];
    let of_it = relation == Relation::AclRelcl && head == noun && right_count == 0;
    let pronoun = |i: usize| matches!(input.xpos(i), Some(Xpos::Wp | Xpos::Wdt));
    of_it && left.iter().any(|&i| i != NONE && pronoun(i) && state.words[i].relation == Relation::Nsubj)
}

/// A participle directly behind what `with` precedes has it for its subject, `the match ended with Norland winning`. Behind a
/// common noun it may describe that, `a man with a dog barking`: there only if the parser saw no description in it.
fn open_absolutes(state: &mut State, input: &Input) {
    static WITH: LazyLock<u64> = LazyLock::new(|| Word::new("with", &mut Vec::new()).lower);
    let root = state.root();
    for with in 1..root {
        let subject = state.words[with].head;
        let verb = subject + 1;
        let is_with = input.words[with].lower == *WITH && state.words[with].relation == Relation::Case;
        if !is_with || subject < with || verb >= root || input.words[verb].marks != 0 {
            continue;
        }
        let Partial { head: above, relation, .. } = state.words[subject];
        let is_name = [Upos::Propn, Upos::Pron].iter().any(|&upos| input.words[subject].upos == upos as u64);
        let follows = match state.words[verb].relation {
            Relation::Acl => state.words[verb].head == subject && is_name,
            Relation::Advcl => state.words[verb].head == above,
            _ => false,
        };
        if follows && relation == Relation::Obl && input.xpos(verb) == Some(Xpos::Vbg) {
            (state.words[verb].head, state.words[verb].relation) = (above, Relation::Advcl);
            (state.words[subject].head, state.words[subject].relation) = (verb, Relation::Nsubj);
            (state.words[with].head, state.words[with].relation) = (verb, Relation::Mark);
        }
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
        Input::of(words, tags, |_| true)
    }

    /// Puts those words together that are to be seen, with their tags.
    pub(super) fn of(words: &Words, tags: &'a [Tag], seen: impl Fn(usize) -> bool) -> Input<'a> {
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
        for (i, tag) in tags.iter().enumerate().filter(|(i, _)| seen(*i)) {
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

    /// The Penn tag of a word.
    fn xpos(&self, word: usize) -> Option<Xpos> {
        let place = *self.places.get(word.checked_sub(1)?)?;
        Some(self.tags[place as usize].xpos)
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
