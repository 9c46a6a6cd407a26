//! Trains the models.
//!
//! A first perceptron sees all features; those to which it gave the heaviest weights are kept, and the others never come
//! back: a model that learns without the light features loses less than one from which they are taken. The model is the sum of
//! several averaged perceptrons that saw the examples in different orders: what they have in common is what the treebanks
//! teach, the rest is chance.

use std::collections::BTreeMap;

use fastrand::Rng;
use twosource::language::model::{
    NameTag, Relation,
    training::{
        Arc, Dictionary, Input, NONE, State, Step, Table, Tag, Tagger, Triples, Words, best_step, label_features,
        name_features, step_features, tagger_features,
    },
};

use super::{
    dictionary,
    example::Example,
    oracle, pack,
    perceptron::{self, Allowed, Choice, Perceptron, Rows, heaviest},
};

/// How to train a model.
#[derive(Clone, Copy)]
pub struct Plan {
    /// How many perceptrons are summed.
    pub models: u64,
    /// How often each sees every example.
    pub epochs: usize,
    /// The same for the one that finds the features that matter.
    pub scouting: usize,
    /// How many features are kept.
    pub features: usize,
    /// Averaged weights below this are dropped.
    pub threshold: f64,
}

/// A tag seen less often is a slip of the annotators, or too rare to learn.
const FREQUENT: usize = 10;

/// The examples in the order of an epoch, not yet shuffled: some come more than once.
fn order(examples: &[&Example]) -> Vec<usize> {
    (0..examples.len()).flat_map(|i| std::iter::repeat_n(i, examples[i].times())).collect()
}

/// Trains a tagger; the result is packed.
pub fn tagger(examples: &[&Example], dictionary: &Dictionary, plan: Plan) -> Vec<u8> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for word in examples.iter().flat_map(|e| &e.words) {
        *counts.entry(word.tag.code()).or_default() += 1;
    }
    let classes = counts.into_iter().filter(|&(_, count)| count >= FREQUENT).map(|(code, _)| code).collect();
    let sentences: Vec<Words> = examples.iter().map(|e| Words::new(e.forms(), dictionary)).collect();
    let mut order = order(examples);
    let mut hashes = Vec::new();
    train(plan, 1000, classes, |model, rng| {
        rng.shuffle(&mut order);
        for &at in &order {
            let (example, words) = (examples[at], &sentences[at]);
            let mut before: Vec<Tag> = Vec::with_capacity(words.len());
            for (i, word) in example.words.iter().enumerate() {
                if let Some(tag) = words.at(i, 0).sure {
                    before.push(tag);
                    continue;
                }
                tagger_features(words, i, &before, &mut hashes);
                let guess = match model.class(word.tag.code()) {
                    Some(right) => model.learn(&hashes, right),
                    None => model.guess(&hashes),
                };
                before.extend(Tag::from_code(model.classes()[guess]));
            }
        }
    })
}

/// Trains and packs a model of classes; `epoch` shows it every example.
fn train(plan: Plan, seed: u64, mut classes: Vec<u16>, mut epoch: impl FnMut(&mut Perceptron, &mut Rng)) -> Vec<u8> {
    classes.sort_unstable();
    classes.dedup();
    let mut run = |seed: u64, epochs: usize, allowed: Allowed| {
        let mut model = Perceptron::new(classes.clone(), allowed);
        let mut rng = Rng::with_seed(seed);
        (0..epochs).for_each(|_| epoch(&mut model, &mut rng));
        model.averages()
    };
    let kept = heaviest(run(seed, plan.scouting, None).iter().map(|(f, row)| (*f, row)), plan.features);
    let mut sum = Rows::default();
    for model in 1..=plan.models {
        perceptron::add(&mut sum, run(seed + model, plan.epochs, Some(&kept)));
    }
    pack::rows(&classes, &sum, plan.threshold * plan.models as f64)
}

/// The tags of every example by a tagger that was not trained on it, so that the models built on tags learn to live with
/// the tagger's mistakes.
pub fn jackknifed_tags(examples: &[&Example], folds: usize, plan: Plan) -> Vec<Vec<Tag>> {
    let mut tags = vec![Vec::new(); examples.len()];
    let mut hashes = Vec::new();
    for fold in 0..folds {
        let others: Vec<&Example> = (0..examples.len()).filter(|i| i % folds != fold).map(|i| examples[i]).collect();
        let dictionary = dictionary::build(&others);
        let dictionary = Dictionary::new(Triples::new(&dictionary).expect("a table just packed"));
        let bytes = tagger(&others, &dictionary, plan);
        let tagger = Table::new(&bytes).and_then(Tagger::new).expect("a table just packed");
        for i in (fold..examples.len()).step_by(folds) {
            tags[i] = tagger.tag(&Words::new(examples[i].forms(), &dictionary), &mut hashes);
        }
    }
    tags
}

/// Trains a parser, a model of steps and one of relations; the results are packed.
pub fn parser(
    examples: &[&Example],
    tags: &[Vec<Tag>],
    dictionary: &Dictionary,
    steps: Plan,
    labels: Plan,
) -> (Vec<u8>, Vec<u8>) {
    let relations = examples.iter().flat_map(|e| &e.words).map(|w| w.arc.1).filter(|&r| r != Relation::Root);
    let mut classes: Vec<u16> = relations.map(|relation| relation as u16).collect();
    classes.sort_unstable();
    classes.dedup();
    let sentences: Vec<Words> = examples.iter().map(|e| Words::new(e.forms(), dictionary)).collect();
    let inputs: Vec<Input> = sentences.iter().zip(tags).map(|(words, tags)| Input::new(words, tags)).collect();
    let mut order = order(examples);
    let mut hashes = Vec::new();
    let mut run = |seed: u64, epochs: usize, allowed: (Allowed, Allowed)| {
        let mut model =
            ParserModel { steps: Choice::new(allowed.0), labels: Perceptron::new(classes.clone(), allowed.1) };
        let mut rng = Rng::with_seed(seed);
        for epoch in 0..epochs {
            rng.shuffle(&mut order);
            for &at in &order {
                model.learn(examples[at], &inputs[at], epoch, &mut rng, &mut hashes);
            }
        }
        (model.steps.averages(), model.labels.averages())
    };
    let first = run(2000, steps.scouting, (None, None));
    let kept_steps = heaviest(first.0.iter().map(|(f, row)| (*f, row)), steps.features);
    let kept_labels = heaviest(first.1.iter().map(|(f, row)| (*f, row)), labels.features);
    drop(first);
    let mut sum = (perceptron::Triples::default(), Rows::default());
    for model in 1..=steps.models {
        let (steps, labels) = run(2000 + model, steps.epochs, (Some(&kept_steps), Some(&kept_labels)));
        perceptron::add_triples(&mut sum.0, steps);
        perceptron::add(&mut sum.1, labels);
    }
    let steps_threshold = steps.threshold * steps.models as f64;
    let labels_threshold = labels.threshold * steps.models as f64;
    (pack::choice(&sum.0, steps_threshold), pack::rows(&classes, &sum.1, labels_threshold))
}

struct ParserModel<'a> {
    steps: Choice<'a>,
    labels: Perceptron<'a>,
}

impl ParserModel<'_> {
    /// Parses the example and learns from each mistake. After the first epoch it mostly follows its own guesses and learns the
    /// best way on from wherever they lead: a dynamic oracle (Goldberg and Nivre 2013).
    fn learn(&mut self, example: &Example, input: &Input, epoch: usize, rng: &mut Rng, hashes: &mut Vec<u64>) {
        let arcs: Vec<Arc> = example.words.iter().map(|w| w.arc).collect();
        let gold = oracle::Gold::among(&arcs, &input.places);
        let mut state = State::new(input.len());
        while !state.is_final() {
            let step = state.only_step().unwrap_or_else(|| self.learn_step(&state, &gold, input, epoch, rng, hashes));
            let relation = match state.arc(step) {
                Some((head, dependent)) if head != state.root() => {
                    label_features(&state, input, head, dependent, hashes);
                    let right = gold.relation(head, dependent).and_then(|r| self.labels.class(r as u16));
                    let guess = match right {
                        Some(right) => self.labels.learn(hashes, right),
                        None => self.labels.guess(hashes),
                    };
                    let relation = if epoch > 0 { guess } else { right.unwrap_or(guess) };
                    Relation::ALL[usize::from(self.labels.classes()[relation])]
                }
                _ => Relation::Root,
            };
            state.apply(step, relation);
        }
        debug_assert!(state.words[1..state.root()].iter().all(|w| w.head != NONE));
    }

    /// Learns from one choice and returns the step to take.
    fn learn_step(
        &mut self,
        state: &State,
        gold: &oracle::Gold,
        input: &Input,
        epoch: usize,
        rng: &mut Rng,
        hashes: &mut Vec<u64>,
    ) -> Step {
        const EXPLORE: f64 = 0.9;
        step_features(state, input, hashes);
        let scores = self.steps.score(hashes);
        let guess = best_step(state, scores);
        let costs = gold.costs(state);
        let allowed = || Step::ALL.into_iter().filter(|&step| state.allows(step));
        let least = allowed().map(|step| costs.of(step)).min().expect("a state that is not final");
        let best = |right: bool| {
            allowed()
                .filter(|&step| (costs.of(step) == least) == right)
                .reduce(|a, b| if scores[b as usize] > scores[a as usize] { b } else { a })
        };
        let target = best(true).expect("a step of the least cost");
        self.steps.learn(hashes, scores, target as usize, best(false).map(|rival| rival as usize));
        if epoch > 0 && rng.f64() < EXPLORE { guess } else { target }
    }
}

/// Trains a tagger of names on the examples that have them; the result is packed.
pub fn names(examples: &[&Example], tags: &[Vec<Tag>], dictionary: &Dictionary, plan: Plan) -> Vec<u8> {
    let mut order: Vec<usize> = (0..examples.len()).filter(|&i| examples[i].has_names).collect();
    let classes = order.iter().flat_map(|&i| &examples[i].words).map(|w| w.name.code()).collect();
    let sentences: Vec<Words> = examples.iter().map(|e| Words::new(e.forms(), dictionary)).collect();
    let mut hashes = Vec::new();
    train(plan, 3000, classes, |model, rng| {
        rng.shuffle(&mut order);
        for &at in &order {
            let (example, words) = (examples[at], &sentences[at]);
            let arcs: Vec<Arc> = example.words.iter().map(|w| w.arc).collect();
            let mut before = [NameTag::Outside; 2];
            for (i, word) in example.words.iter().enumerate() {
                name_features(words, &tags[at], &arcs, i, before, &mut hashes);
                let right = model.class(word.name.code()).expect("a class for every tag of a name");
                let guess = model.learn(&hashes, right);
                let tag = NameTag::from_code(model.classes()[guess]).unwrap_or(NameTag::Outside);
                before = [tag, before[0]];
            }
        }
    })
}
