//! What reading an article of some 800 words costs once its sentences are parsed: who is who, quotations, dates, claims, checks.

use std::{fs, hint::black_box};

use criterion::{Criterion, criterion_group, criterion_main};
use twosource::{
    annotation,
    facts::facts,
    syntax::{Format, Prose, prose},
};

/// Words of the article that is measured.
const WORDS: usize = 800;

/// An article of the examples, its paragraphs repeated until it has the length.
fn article() -> String {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/dismissal/feature.md");
    let text = fs::read_to_string(example).expect("the example is there");
    let mut words = 0;
    let paragraphs = text.split("\n\n").cycle().take_while(|paragraph| {
        let before = words;
        words += paragraph.split_whitespace().count();
        before < WORDS
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn bench(c: &mut Criterion) {
    let text = article();
    let prose: Prose = prose(&text, Format::Markdown);
    let metadata = annotation::metadata(&text, &prose);
    let parsed = facts(&prose, &metadata, None);
    let mut group = c.benchmark_group("an article of 800 words");
    group.bench_function("parsed before", |b| b.iter(|| black_box(facts(&prose, &metadata, Some(&parsed)))));
    group.sample_size(10);
    group.bench_function("from its text", |b| b.iter(|| black_box(facts(&prose, &metadata, None))));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
