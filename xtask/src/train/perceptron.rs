//! Averaged multi-class perceptrons over hashed features (Collins 2002).
//!
//! All weights in training are integers. The average of a weight over all steps is its value less what each change to it
//! would have added in the steps before the change. A perceptron learns from an answer that was right by too little as it does
//! from a wrong one (the margin of Krauth and Mézard 1987).

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

use twosource::language::model::training::MAX_CLASSES;

/// A map whose keys are hashes already.
pub type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Identity>>;

#[derive(Default)]
pub struct Identity(u64);

impl Hasher for Identity {
    fn write(&mut self, _: &[u8]) {
        unreachable!("the keys are u64")
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Averaged weights by feature.
pub type Rows = ByHash<Vec<(u8, f64)>>;

/// Averaged weights of a choice among three.
pub type Triples = ByHash<[f64; 3]>;

/// A set of features.
pub type Features = HashSet<u64, BuildHasherDefault<Identity>>;

/// Features that a model may use; `None` for all.
pub type Allowed<'a> = Option<&'a Features>;

#[derive(Clone, Copy, Default)]
struct Weight {
    value: i32,
    /// Sum over all changes of the change times the step it was made in.
    late: i64,
}

impl Weight {
    fn change(&mut self, by: i32, step: u32) {
        self.value += by;
        self.late += i64::from(by) * i64::from(step);
    }

    fn average(self, steps: u32) -> f64 {
        f64::from(self.value) - self.late as f64 / f64::from(steps.max(1))
    }
}

/// By how much the right class is to lead, and by how much the right one of three.
const MARGIN: i32 = 40;
const CHOICE_MARGIN: i32 = 120;

/// A model of several classes in training.
pub struct Perceptron<'a> {
    classes: Vec<u16>,
    rows: ByHash<Vec<(u8, Weight)>>,
    allowed: Allowed<'a>,
    step: u32,
}

impl<'a> Perceptron<'a> {
    /// An empty model; `classes` are the codes of the classes, rising.
    pub fn new(classes: Vec<u16>, allowed: Allowed<'a>) -> Perceptron<'a> {
        assert!(classes.len() <= MAX_CLASSES && classes.is_sorted(), "{} classes", classes.len());
        Perceptron { classes, rows: HashMap::default(), allowed, step: 0 }
    }

    /// The codes of the classes, in the order of the scores.
    pub fn classes(&self) -> &[u16] {
        &self.classes
    }

    /// The class with this code, if there is one.
    pub fn class(&self, code: u16) -> Option<usize> {
        self.classes.binary_search(&code).ok()
    }

    fn score(&self, features: &[u64]) -> [i32; MAX_CLASSES] {
        let mut scores = [0; MAX_CLASSES];
        for feature in features {
            for (class, weight) in self.rows.get(feature).map_or(&[][..], |row| row) {
                scores[usize::from(*class)] += weight.value;
            }
        }
        scores
    }

    fn best(&self, scores: &[i32; MAX_CLASSES], among: impl Fn(usize) -> bool) -> Option<usize> {
        let classes = (0..self.classes.len()).filter(|&class| among(class));
        classes.reduce(|best, class| if scores[class] > scores[best] { class } else { best })
    }

    /// The class with the highest score, the first of equals.
    pub fn guess(&self, features: &[u64]) -> usize {
        self.best(&self.score(features), |_| true).unwrap_or(0)
    }

    /// Guesses, and goes one step on, correcting the model if the lead of `right` is too small.
    pub fn learn(&mut self, features: &[u64], right: usize) -> usize {
        let scores = self.score(features);
        let guess = self.best(&scores, |_| true).unwrap_or(0);
        let rival = if guess == right { self.best(&scores, |class| class != right) } else { Some(guess) };
        self.step += 1;
        let Some(rival) = rival.filter(|&rival| rival == guess || scores[rival] + MARGIN > scores[right]) else {
            return guess;
        };
        for feature in allowed(features, self.allowed) {
            let row = self.rows.entry(feature).or_default();
            for (class, by) in [(right as u8, 1), (rival as u8, -1)] {
                let at = row.iter().position(|(other, _)| *other == class).unwrap_or_else(|| {
                    row.push((class, Weight::default()));
                    row.len() - 1
                });
                row[at].1.change(by, self.step);
            }
        }
        guess
    }

    /// The averaged weights.
    pub fn averages(self) -> Rows {
        let row = |row: Vec<(u8, Weight)>| row.into_iter().map(|(c, w)| (c, w.average(self.step))).collect();
        self.rows.into_iter().map(|(feature, weights)| (feature, row(weights))).collect()
    }
}

/// A model of a choice among three in training.
pub struct Choice<'a> {
    rows: ByHash<[Weight; 3]>,
    allowed: Allowed<'a>,
    step: u32,
}

impl<'a> Choice<'a> {
    /// An empty model.
    pub fn new(allowed: Allowed<'a>) -> Choice<'a> {
        Choice { rows: HashMap::default(), allowed, step: 0 }
    }

    /// The score of each of the three.
    pub fn score(&self, features: &[u64]) -> [i32; 3] {
        let mut scores = [0; 3];
        for row in features.iter().filter_map(|feature| self.rows.get(feature)) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight.value;
            }
        }
        scores
    }

    /// Goes one step on, correcting the model if the lead of `right` over the best of the wrong ones is too small.
    pub fn learn(&mut self, features: &[u64], scores: [i32; 3], right: usize, rival: Option<usize>) {
        self.step += 1;
        let Some(rival) = rival.filter(|&rival| scores[rival] + CHOICE_MARGIN > scores[right]) else { return };
        for feature in allowed(features, self.allowed) {
            let row = self.rows.entry(feature).or_default();
            row[right].change(1, self.step);
            row[rival].change(-1, self.step);
        }
    }

    /// The averaged weights.
    pub fn averages(self) -> Triples {
        self.rows.into_iter().map(|(feature, row)| (feature, row.map(|w| w.average(self.step)))).collect()
    }
}

fn allowed<'a>(features: &'a [u64], allowed: Allowed<'a>) -> impl Iterator<Item = u64> + 'a {
    features.iter().copied().filter(move |feature| allowed.is_none_or(|allowed| allowed.contains(feature)))
}

/// Adds weights to `sum`.
pub fn add(sum: &mut Rows, weights: Rows) {
    for (feature, row) in weights {
        let total = sum.entry(feature).or_default();
        for (class, weight) in row {
            match total.iter_mut().find(|(other, _)| *other == class) {
                Some((_, total)) => *total += weight,
                None => total.push((class, weight)),
            }
        }
    }
}

/// The same for a choice among three.
pub fn add_triples(sum: &mut Triples, weights: Triples) {
    for (feature, row) in weights {
        let total = sum.entry(feature).or_default();
        for (total, weight) in total.iter_mut().zip(row) {
            *total += weight;
        }
    }
}

/// The `count` features with the heaviest weights.
pub fn heaviest<'a, R: Weights + 'a>(rows: impl Iterator<Item = (u64, &'a R)>, count: usize) -> Features {
    /// Finely enough to order by.
    const SCALE: f64 = 4096.0;
    let mut features: Vec<(u64, u64)> = rows.map(|(feature, row)| ((row.heaviest() * SCALE) as u64, feature)).collect();
    features.sort_unstable_by(|a, b| b.cmp(a));
    features.into_iter().take(count).map(|(_, feature)| feature).collect()
}

/// The weights of a feature.
pub trait Weights {
    /// The largest, signs aside.
    fn heaviest(&self) -> f64;
}

impl Weights for [f64; 3] {
    fn heaviest(&self) -> f64 {
        self.iter().fold(0.0, |most, weight| weight.abs().max(most))
    }
}

impl Weights for Vec<(u8, f64)> {
    fn heaviest(&self) -> f64 {
        self.iter().fold(0.0, |most, (_, weight)| weight.abs().max(most))
    }
}
