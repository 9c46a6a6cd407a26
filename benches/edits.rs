//! What a keystroke costs from the edit to the diagnostics, in longer stories and beside many others, and what the first look
//! costs.

use std::{fmt::Write, path::Path};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use twosource::{
    compare::ArticleId,
    features::{Config, diagnostics},
    syntax::Format,
    text::{Encoding, Position, Text},
    workspace::{Location, Scan, Workspace, real_path},
};

/// The people that all articles tell of.
const PEOPLE: [&str; 6] =
    ["Ada Brandt", "Tomas Hill", "Ingrid Vasey", "Leo Marchetti", "Oskar Lindqvist", "Miriam Okafor"];
const DEEDS: &str = "counted sold inspected ordered lost repaired found insured borrowed painted hid burned weighed shipped stored cleaned \
                     returned measured bought stole buried photographed labelled rented";
const THINGS: &str = "boats engines crates letters tickets lamps ladders cabins anchors barrels bells blankets bottles buckets candles \
                      carpets chairs clocks coats cups desks doors drums flags forks gates gloves hammers hats keys kettles maps mirrors \
                      nets oars pans pipes ropes sails wheels";

const PLACES: [&str; 8] = ["bay", "cross", "dale", "field", "ford", "haven", "mouth", "wick"];
const BEGINNINGS: [&str; 8] = ["Ash", "Brack", "Corn", "Dun", "El", "Fen", "Green", "Hol"];

/// A place for each of 64 numbers.
fn town(number: usize) -> String {
    [BEGINNINGS[number / 8 % 8], PLACES[number % 8]].concat()
}

/// Somebody of whom few other articles tell.
fn local(number: usize) -> String {
    let given = PEOPLE[number % 6].split(' ').next().unwrap_or_default();
    [given, " ", &town(number / 6)].concat()
}

/// An article of so many sentences in paragraphs of five: in each somebody does something to a number of things, says something
/// or is told of. The articles of a story have people in common and now and then a deed.
fn article(number: usize, sentences: usize) -> String {
    let pick = |words: &'static str, n: usize| words.split_whitespace().cycle().nth(n).unwrap_or_default();
    let mut text = String::new();
    for i in 0..sentences {
        let (who, other, place) = (local(number * 7 + i / 9), PEOPLE[(number + 3 * i + 1) % 6], town(number * 5 + i));
        let (deed, thing) = (pick(DEEDS, (number / 6 + i) % 24), pick(THINGS, (number * 11 + 3 * i) % 40));
        let (count, more) = (2 + (number * 7 + i * 5) % 90, pick(THINGS, (number * 3 + 7 * i + 1) % 40));
        let _ = match i % 3 {
            0 => write!(text, "{who} {deed} {count} {thing} in {place} before the winter. "),
            1 => write!(text, "Later {other} told the council of {place} that the {more} had been {deed}. "),
            _ => write!(text, "“The {thing} and the {more} wait in {place},” {who} said. "),
        };
        text.push_str(if i % 5 == 4 { "\n\n" } else { "" });
    }
    text
}

/// A draft of 800 words in a story of so many articles, and others in stories of as many, as files are found; not yet read.
fn workspace(articles: usize, of_a_story: usize) -> (Workspace, ArticleId) {
    let folder = real_path(Path::new("/stories"));
    let place = |i: usize| folder.join(format!("{}/a{i}.md", i / of_a_story));
    let mut workspace = Workspace::default();
    let files = (1..articles).map(|i| (place(i), article(i, 80).as_str().into()));
    workspace.apply(Scan { below: folder.clone(), articles: files.collect(), ..Scan::default() });
    let draft = workspace.open(Location::File(place(0)), Format::Markdown, Text::from(article(0, 80).as_str()));
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
    for (articles, of_a_story) in [(2, 2), (60, 60), (10_000, 20)] {
        let mut group = c.benchmark_group(format!("two keystrokes, {articles} articles, {of_a_story} in a story"));
        group.sample_size(10);
        let (mut workspace, draft) = workspace(articles, of_a_story);
        look(&workspace, draft);
        // The paragraph begins "Ada Ashbay counted 2 boats in …".
        let first = article(0, 80);
        for (name, words) in [("in a word", "before"), ("in a number", " boats"), ("in a name", "Ashbay")] {
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
                || workspace(articles, articles),
                |(workspace, draft)| look(&workspace, draft),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
