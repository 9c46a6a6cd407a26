//! What a keystroke costs from the edit to the diagnostics, in stories of more and more articles, and what the first look costs.

use std::{fmt::Write, path::Path};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use twosource::{
    compare::ArticleId,
    features::{Config, diagnostics},
    syntax::Format,
    text::{Encoding, Position, Text},
    workspace::{Location, Scan, Workspace, real_path},
};

/// The people of all articles.
const PEOPLE: [&str; 6] =
    ["Ada Brandt", "Tomas Hill", "Ingrid Vasey", "Leo Marchetti", "Oskar Lindqvist", "Miriam Okafor"];
const DEEDS: &str = "counted sold inspected ordered lost repaired found insured borrowed painted hid burned weighed shipped stored cleaned \
                     returned measured bought stole buried photographed labelled rented";
const THINGS: &str = "boats engines crates letters tickets lamps ladders cabins anchors barrels bells blankets bottles buckets candles \
                      carpets chairs clocks coats cups desks doors drums flags forks gates gloves hammers hats keys kettles maps mirrors \
                      nets oars pans pipes ropes sails wheels";

/// An article of so many sentences in paragraphs of five: in each somebody known does something to a number of things.
/// Articles tell of other towns, so that most of their claims are about something else, as in a folder of a year's coverage.
fn article(number: usize, sentences: usize) -> String {
    let pick = |words: &'static str, n: usize| words.split_whitespace().cycle().nth(n).unwrap_or_default();
    let mut text = String::new();
    for i in 0..sentences {
        let (who, other) = (PEOPLE[(number + i) % 6], PEOPLE[(number + 3 * i + 1) % 6]);
        let (deed, thing) = (pick(DEEDS, (number / 6 + i) % 24), pick(THINGS, (number / 144 + 3 * i) % 40));
        let count = 2 + (number * 7 + i * 5) % 90;
        let _ = match i % 3 {
            0 => write!(text, "{who} {deed} {count} {thing} in Portham before the winter. "),
            1 => write!(text, "Later {other} said that nothing else had happened there. "),
            _ => write!(text, "“We waited for you at number {number},” {who} told the council. "),
        };
        text.push_str(if i % 5 == 4 { "\n\n" } else { "" });
    }
    text
}

/// A story of a draft of 800 words and others of so many sentences, as files are found; not yet read.
fn workspace(articles: usize, sentences: usize) -> (Workspace, ArticleId) {
    let folder = real_path(Path::new("/story"));
    let mut workspace = Workspace::default();
    let files = (1..articles).map(|i| (folder.join(format!("a{i}.md")), article(i, sentences).as_str().into()));
    workspace.apply(Scan { below: folder.clone(), articles: files.collect(), ..Scan::default() });
    let draft = Location::File(folder.join("a0.md"));
    let draft = workspace.open(draft, Format::Markdown, Text::from(article(0, 80).as_str()));
    (workspace, draft)
}

fn look(workspace: &Workspace, draft: ArticleId) -> usize {
    diagnostics(workspace.snapshot(), draft, &Config::default()).len()
}

/// Types a letter, looks, takes it back and looks.
fn keystrokes(workspace: &mut Workspace, draft: ArticleId, line: u32, character: u32) -> usize {
    let (at, behind) = (Position::new(line, character), Position::new(line, character + 1));
    workspace.edit(draft, |text| text.edit(at..at, Encoding::Utf8, "7"));
    let found = look(workspace, draft);
    workspace.edit(draft, |text| text.edit(at..behind, Encoding::Utf8, ""));
    found + look(workspace, draft)
}

fn bench(c: &mut Criterion) {
    for (articles, sentences) in [(2, 80), (60, 80), (1_000, 20), (10_000, 8)] {
        let mut group = c.benchmark_group(format!("two keystrokes, {articles} articles"));
        group.sample_size(10);
        let (mut workspace, draft) = workspace(articles, sentences);
        look(&workspace, draft);
        // The paragraph begins "Ada Brandt counted 2 boats in …".
        let first = article(0, 80);
        for (name, words) in [("in a word", "before"), ("in a number", " boats"), ("in a name", "Brandt")] {
            let character = first.find(words).expect("it is there") as u32;
            group.bench_function(name, |b| {
                b.iter_batched(|| (), |()| keystrokes(&mut workspace, draft, 0, character), BatchSize::PerIteration);
            });
        }
        group.finish();
    }
    let mut group = c.benchmark_group("first look");
    group.sample_size(10);
    for articles in [2, 60] {
        group.bench_function(format!("{articles} articles"), |b| {
            b.iter_batched(
                || workspace(articles, 80),
                |(workspace, draft)| look(&workspace, draft),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
