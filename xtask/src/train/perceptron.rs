//! An averaged multi-class perceptron over hashed features, and how it is packed into a weight table.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use twosource::language::model::training::{MAGIC, MAX_CLASSES, place};

/// A linear model in training. All weights are integers, so the result is the same on every machine.
pub struct Perceptron {
    classes: Vec<u16>,
    index: HashMap<u64, u32, BuildHasherDefault<Identity>>,
    rows: Vec<Vec<Weight>>,
    step: u32,
}

#[derive(Clone, Copy)]
struct Weight {
    class: u8,
    value: i32,
    /// Sum of the value over all steps before `since`.
    total: i64,
    since: u32,
}

/// The features are hashes already.
#[derive(Default)]
struct Identity(u64);

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

impl Perceptron {
    /// An empty model; `classes` are the codes of the classes.
    pub fn new(mut classes: Vec<u16>) -> Perceptron {
        classes.sort_unstable();
        classes.dedup();
        assert!(classes.len() <= MAX_CLASSES, "{} classes", classes.len());
        Perceptron { classes, index: HashMap::default(), rows: Vec::new(), step: 0 }
    }

    /// The codes of the classes, in the order of the scores.
    pub fn classes(&self) -> &[u16] {
        &self.classes
    }

    /// The class with this code.
    pub fn class(&self, code: u16) -> usize {
        self.classes.binary_search(&code).expect("a code given to `new`")
    }

    /// The score of each class.
    pub fn score(&self, features: &[u64], scores: &mut [i32; MAX_CLASSES]) {
        scores.fill(0);
        for feature in features {
            if let Some(&row) = self.index.get(feature) {
                for weight in &self.rows[row as usize] {
                    scores[usize::from(weight.class)] += weight.value;
                }
            }
        }
    }

    /// Goes one step on, correcting the model if `guess` is not `right`.
    pub fn learn(&mut self, features: &[u64], right: usize, guess: usize) {
        self.step += 1;
        if right != guess {
            for &feature in features {
                self.change(feature, right as u8, 1);
                self.change(feature, guess as u8, -1);
            }
        }
    }

    fn change(&mut self, feature: u64, class: u8, by: i32) {
        let (rows, step) = (&mut self.rows, self.step);
        let row = *self.index.entry(feature).or_insert_with(|| {
            rows.push(Vec::new());
            (rows.len() - 1) as u32
        });
        let row = &mut rows[row as usize];
        match row.iter_mut().find(|w| w.class == class) {
            Some(weight) => {
                weight.total += i64::from(step - weight.since) * i64::from(weight.value);
                weight.since = step;
                weight.value += by;
            }
            None => row.push(Weight { class, value: by, total: 0, since: step }),
        }
    }

    /// Packs the averaged weights into a table (see `language::model::table`), leaving out those below `threshold`.
    pub fn pack(&self, threshold: f64) -> Vec<u8> {
        let average = |w: &Weight| {
            (w.total + i64::from(self.step - w.since) * i64::from(w.value)) as f64 / f64::from(self.step.max(1))
        };
        let largest = self.rows.iter().flatten().map(|w| average(w).abs()).fold(f64::MIN_POSITIVE, f64::max);
        let quantised = |w: &Weight| {
            let value = average(w);
            let root = ((value.abs() / largest).sqrt() * 127.0).round() as i8;
            if value < 0.0 { -root } else { root }
        };
        let mut rows: Vec<(u64, Vec<(u8, i8)>)> = self
            .index
            .iter()
            .map(|(&feature, &row)| {
                let row = self.rows[row as usize].iter().filter(|w| average(w).abs() >= threshold);
                (feature, row.map(|w| (w.class, quantised(w))).filter(|w| w.1 != 0).collect::<Vec<_>>())
            })
            .filter(|(_, row)| !row.is_empty())
            .collect();
        rows.sort_unstable_by_key(|row| row.0);

        let bucket_bits = (rows.len() / 2).max(2).ilog2();
        let mut starts = Vec::with_capacity((1 << bucket_bits) + 1);
        let mut packed: Vec<u8> = Vec::new();
        for (feature, row) in &mut rows {
            let (bucket, fingerprint) = place(*feature, bucket_bits);
            starts.resize(starts.len().max(bucket + 1), packed.len() as u32);
            row.sort_unstable();
            packed.extend(fingerprint.to_le_bytes());
            packed.push(row.len() as u8);
            packed.extend(row.iter().map(|w| w.0));
            packed.extend(row.iter().map(|w| w.1 as u8));
        }
        starts.resize((1 << bucket_bits) + 1, packed.len() as u32);

        let mut table = MAGIC.to_vec();
        table.extend([self.classes.len() as u8, bucket_bits as u8, 0, 0]);
        table.extend(self.classes.iter().flat_map(|c| c.to_le_bytes()));
        table.extend(starts.iter().flat_map(|s| s.to_le_bytes()));
        table.extend(packed);
        table
    }
}
