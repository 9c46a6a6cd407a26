//! Trains the three models.

use fastrand::Rng;
use twosource::language::model::{
    NameTag,
    training::{
        Arc, Input, MAX_CLASSES, NONE, State, Table, Tag, Tagger, Transition, Words, name_features, parser_features,
        tagger_features,
    },
};

use super::{example::Example, oracle, perceptron::Perceptron};

/// Trains a tagger.
pub fn tagger(examples: &[&Example], epochs: usize) -> Perceptron {
    let tags = |e: &Example| e.words.iter().map(|w| w.tag).collect::<Vec<Tag>>();
    let mut model = Perceptron::new(examples.iter().flat_map(|e| tags(e)).map(Tag::code).collect());
    let mut rng = Rng::with_seed(1);
    let mut order: Vec<&Example> = examples.to_vec();
    let (mut hashes, mut scores) = (Vec::new(), [0; MAX_CLASSES]);
    for _ in 0..epochs {
        rng.shuffle(&mut order);
        for example in &order {
            let words = Words::new(example.forms());
            let mut before: Vec<Tag> = Vec::with_capacity(words.len());
            for (i, word) in example.words.iter().enumerate() {
                tagger_features(&words, i, &before, &mut hashes);
                model.score(&hashes, &mut scores);
                let guess = best(&scores, 0..model.classes().len());
                model.learn(&hashes, model.class(word.tag.code()), guess);
                before.extend(Tag::from_code(model.classes()[guess]));
            }
        }
    }
    model
}

/// The tags of every example by a tagger that was not trained on it, so that the models built on tags learn to live with
/// the tagger's mistakes.
pub fn jackknifed_tags(examples: &[&Example], folds: usize, epochs: usize, threshold: f64) -> Vec<Vec<Tag>> {
    let mut tags = vec![Vec::new(); examples.len()];
    let mut hashes = Vec::new();
    for fold in 0..folds {
        let others: Vec<&Example> = (0..examples.len()).filter(|i| i % folds != fold).map(|i| examples[i]).collect();
        let bytes = tagger(&others, epochs).pack(threshold);
        let tagger = Table::new(&bytes).and_then(Tagger::new).expect("a table just packed");
        for i in (fold..examples.len()).step_by(folds) {
            tags[i] = tagger.tag(&Words::new(examples[i].forms()), &mut hashes);
        }
    }
    tags
}

/// Trains a parser with a dynamic oracle: after the first epoch it mostly follows its own guesses and learns the best way on
/// from wherever they lead.
pub fn parser(examples: &[&Example], tags: &[Vec<Tag>], epochs: usize) -> Perceptron {
    const EXPLORE: f64 = 0.9;
    let codes = examples
        .iter()
        .flat_map(|e| &e.words)
        .flat_map(|w| [Transition::Left(w.arc.1), Transition::Right(w.arc.1)])
        .chain([Transition::Shift])
        .filter(|t| *t != Transition::Right(twosource::language::model::Relation::Root))
        .map(Transition::code);
    let mut model = Perceptron::new(codes.collect());
    let transitions: Vec<Transition> = model.classes().iter().filter_map(|&c| Transition::from_code(c)).collect();
    let mut rng = Rng::with_seed(2);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut hashes, mut scores) = (Vec::new(), [0; MAX_CLASSES]);
    for epoch in 0..epochs {
        rng.shuffle(&mut order);
        for &at in &order {
            let example = examples[at];
            let input = Input::new(&Words::new(example.forms()), &tags[at]);
            let gold = oracle::Gold::new(&example.words.iter().map(|w| w.arc).collect::<Vec<Arc>>());
            let mut state = State::new(input.len());
            while !state.is_final() {
                parser_features(&state, &input, &mut hashes);
                model.score(&hashes, &mut scores);
                let allowed = (0..transitions.len()).filter(|&i| state.allows(transitions[i]));
                let guess = best(&scores, allowed.clone());
                let costs = gold.costs(&state);
                let least = allowed
                    .clone()
                    .map(|i| costs.of(&state, &gold, transitions[i]))
                    .min()
                    .expect("a step can be taken in every state but the final one");
                let right = |i: &usize| costs.of(&state, &gold, transitions[*i]) == least;
                let target = if right(&guess) { guess } else { best(&scores, allowed.filter(right)) };
                model.learn(&hashes, target, guess);
                let follow = if epoch > 0 && rng.f64() < EXPLORE { guess } else { target };
                state.apply(transitions[follow]);
            }
            debug_assert!(state.words[1..state.root()].iter().all(|w| w.head != NONE));
        }
    }
    model
}

/// Trains a tagger of names on the examples that have them.
pub fn names(examples: &[&Example], tags: &[Vec<Tag>], epochs: usize) -> Perceptron {
    let annotated: Vec<usize> = (0..examples.len()).filter(|&i| examples[i].has_names).collect();
    let codes = annotated.iter().flat_map(|&i| &examples[i].words).map(|w| w.name.code());
    let mut model = Perceptron::new(codes.collect());
    let mut rng = Rng::with_seed(3);
    let mut order = annotated;
    let (mut hashes, mut scores) = (Vec::new(), [0; MAX_CLASSES]);
    for _ in 0..epochs {
        rng.shuffle(&mut order);
        for &at in &order {
            let example = examples[at];
            let words = Words::new(example.forms());
            let arcs: Vec<Arc> = example.words.iter().map(|w| w.arc).collect();
            let mut before = [NameTag::Outside; 2];
            for (i, word) in example.words.iter().enumerate() {
                name_features(&words, &tags[at], &arcs, i, before, &mut hashes);
                model.score(&hashes, &mut scores);
                let guess = best(&scores, 0..model.classes().len());
                model.learn(&hashes, model.class(word.name.code()), guess);
                let tag = NameTag::from_code(model.classes()[guess]).unwrap_or(NameTag::Outside);
                before = [tag, before[0]];
            }
        }
    }
    model
}

/// The class with the highest score, the first of equals. `classes` must not be empty.
fn best(scores: &[i32; MAX_CLASSES], classes: impl Iterator<Item = usize>) -> usize {
    classes.reduce(|best, class| if scores[class] > scores[best] { class } else { best }).expect("at least one class")
}
