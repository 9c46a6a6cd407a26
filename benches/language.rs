//! How many tokens a second the language layer reads on one core, how long one sentence takes, and how long its tables take to
//! be ready.
//!
//! Reads the examples, and, where the development data is at hand, a treebank's sentences, which repeat themselves less.

use std::{
    env, fs,
    hint::black_box,
    path::PathBuf,
    time::{Duration, Instant},
};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use twosource::{
    language::{
        Sentence,
        model::training::{Models, Words, embedded},
        sentences, tokenize,
    },
    syntax::{Format, prose},
};

/// The sentences of the articles among the examples.
fn examples() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| fs::read_dir(entry.path()).ok())
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "md" || e == "txt"))
        .collect();
    files.sort();
    let mut out = Vec::new();
    for text in files.iter().filter_map(|path| fs::read_to_string(path).ok()) {
        for block in &prose(&text, Format::Markdown).blocks {
            out.extend(sentences(&block.text).iter().map(|span| span.of(&block.text).to_owned()));
        }
    }
    out
}

/// The sentences of a treebank's development part; none where it is not at hand.
fn treebank() -> Vec<String> {
    let shared = env::var_os("TWOSOURCE_SHARED")
        .map_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").into(), PathBuf::from);
    let conllu = fs::read_to_string(shared.join("treebanks/ewt-dev.conllu")).unwrap_or_default();
    conllu.lines().filter_map(|line| line.strip_prefix("# text = ")).map(str::to_owned).collect()
}

/// How long `n` sentences of about thirty tokens take, other memory being used before each as between the keys that somebody
/// strikes.
fn cold(sentences: &[String], n: u64) -> Duration {
    /// Bytes: more than the second cache of a processor holds.
    const OTHER: usize = 8 << 20;
    let long: Vec<&String> = sentences.iter().filter(|s| (25..=35).contains(&tokenize(s).len())).collect();
    let mut other = vec![0_u64; OTHER / size_of::<u64>()];
    let read = |sentence: &&String| {
        other.iter_mut().for_each(|word| *word = word.wrapping_add(1));
        black_box(&other);
        let start = Instant::now();
        black_box(Sentence::new(sentence));
        start.elapsed()
    };
    (0..n as usize).filter_map(|i| long.get(i % long.len().max(1))).map(read).sum()
}

fn bench(c: &mut Criterion) {
    let models = Models::new(&embedded()).expect("the embedded files are tables");
    for (name, sentences) in [("examples", examples()), ("treebank", treebank())] {
        let tokens: usize = sentences.iter().map(|s| tokenize(s).len()).sum();
        if tokens == 0 {
            continue;
        }
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Elements(tokens as u64));
        group.sample_size(10);
        group.bench_function("tokenise", |b| {
            b.iter(|| sentences.iter().map(|s| tokenize(s).len()).sum::<usize>());
        });
        group.bench_function("tokenise, tag, parse", |b| {
            let mut hashes = Vec::new();
            b.iter(|| {
                for sentence in &sentences {
                    let tokens = tokenize(sentence);
                    let words = Words::new(tokens.iter().map(|t| t.span.of(sentence)), &models.dictionary);
                    black_box(models.tag_and_parse(&words, &mut hashes));
                }
            });
        });
        group.bench_function("all of a sentence", |b| {
            b.iter(|| sentences.iter().for_each(|s| drop(black_box(Sentence::new(s)))));
        });
        group.finish();
        c.bench_function(&format!("{name}: one sentence, nothing in the caches"), |b| {
            b.iter_custom(|n| cold(&sentences, n))
        });
    }
    c.bench_function("tables ready", |b| b.iter(|| Models::new(&embedded())));
}

criterion_group!(benches, bench);
criterion_main!(benches);
