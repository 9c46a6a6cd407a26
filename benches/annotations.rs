//! What annotations cost per keystroke: the same edit of the same draft without a story file, with 2,000 annotations,
//! and with 2,000 annotations and many more articles.

use std::{fmt::Write, path::Path};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use twosource::{
    compare::{ArticleId, Judged, fingerprint},
    features::{Config, diagnostics},
    syntax::Format,
    text::{Encoding, Position, Text},
    workspace::{Location, Workspace, real_path},
};

const ANNOTATIONS: usize = 2_000;

/// An article of 250 sentences, each with words of its own, and none with a claim: comparing has costs of its own.
fn article(number: usize) -> String {
    let sentence = |i: usize| format!("Captain Ada Brandt, q{i}w{number}, on and on and on again, as ever before. ");
    (0..250).map(|i| sentence(i) + if i % 5 == 4 { "\n\n" } else { "" }).collect()
}

/// A story of the draft and other articles, read and compared.
fn story(articles: usize, annotations: usize) -> (Workspace, ArticleId) {
    let mut workspace = Workspace::default();
    let folder = real_path(Path::new("/story"));
    let at = |name: String| Location::File(folder.join(name));
    let draft = workspace.open(at("a0.md".into()), Format::Markdown, Text::from(article(0).as_str()));
    for i in 1..articles {
        workspace.open(at(format!("a{i}.md")), Format::Markdown, Text::from(article(i).as_str()));
    }
    if annotations > 0 {
        // First without fingerprints, to learn them.
        let file = at("story.toml".into());
        let text = story_file(annotations, &[]);
        workspace.open(file.clone(), Format::Plain, Text::from(text.as_str()));
        let snapshot = workspace.snapshot();
        let key = snapshot.story_key(draft).expect("it has a story");
        let (story, judgement) = (snapshot.story(key).expect("there"), snapshot.judgement(key).expect("there"));
        let places = |judged: &Judged| judged.sides.iter().filter_map(|side| side.place()).collect::<Vec<_>>();
        let seen: Vec<String> = judgement.verdicts.iter().map(|judged| fingerprint(&story, &places(judged))).collect();
        workspace.open(file, Format::Plain, Text::from(story_file(annotations, &seen).as_str()));
    }
    assert_eq!(look(&workspace, draft), 0);
    (workspace, draft)
}

/// A quarter of each: people, claims, places that mean somebody, verdicts.
fn story_file(annotations: usize, seen: &[String]) -> String {
    let mut file = String::new();
    for i in 0..annotations {
        let quote = |n: usize| format!("{{ source = \"a{n}.md\", quote = \"Brandt, q{}w{n}, on\" }}", i / 8);
        let _ = match i % 4 {
            0 => writeln!(file, "[entity.e{i}]\nname = \"Person Number{i}\"\naliases = [\"P. Number{i}\"]"),
            1 => writeln!(file, "[claim.c{i}]\nat = {}", quote(i % 8 / 4)),
            2 => writeln!(file, "[[mention]]\nat = {}\nis = \"e{}\"", quote(0), i - 2),
            _ => writeln!(file, "[[verdict]]\non = [{}, {}]\nstet = \"\"", quote(0), quote(1)),
        };
        if let (3, Some(seen)) = (i % 4, seen.get(i / 4)) {
            let _ = writeln!(file, "seen = \"{seen}\"");
        }
    }
    file
}

/// What an editor asks for after every keystroke.
fn look(workspace: &Workspace, draft: ArticleId) -> usize {
    diagnostics(workspace.snapshot(), draft, &Config::default()).len()
}

fn keystroke(workspace: &mut Workspace, draft: ArticleId) -> usize {
    // In the middle of an ordinary word.
    let at = Position::new(20, 48);
    workspace.edit(draft, |text| text.edit(at..at, Encoding::Utf8, "x"));
    look(workspace, draft)
}

fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("keystroke");
    group.sample_size(20);
    for (name, articles, annotations) in [
        ("without", 4, 0),
        ("annotated", 4, ANNOTATIONS),
        ("60 articles, without", 60, 0),
        ("60 articles, annotated", 60, ANNOTATIONS),
    ] {
        let (mut workspace, draft) = story(articles, annotations);
        group.bench_function(name, |b| {
            b.iter_batched(|| (), |()| keystroke(&mut workspace, draft), BatchSize::PerIteration);
        });
    }
    group.finish();
    let mut group = c.benchmark_group("story file");
    group.sample_size(10);
    let (mut workspace, draft) = story(4, ANNOTATIONS);
    let doc = workspace.snapshot().docs().next().expect("there is a story file").id;
    group.bench_function("keystroke", |b| {
        b.iter_batched(
            || (),
            |()| {
                let at = Position::new(0, 0);
                workspace.edit(doc, |text| text.edit(at..at, Encoding::Utf8, "#"));
                look(&workspace, draft)
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
