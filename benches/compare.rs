//! What comparing two articles of some 800 words costs: once their sentences are parsed, and once they are read.

use std::{fs, hint::black_box, sync::Arc};

use criterion::{Criterion, criterion_group, criterion_main};
use twosource::{
    annotation::{self, Metadata},
    compare::{Account, ArticleId, Story},
    facts::{Facts, facts},
    syntax::{Format, Prose, prose},
};

/// Two accounts, each of both stories of the examples.
const ACCOUNTS: [[&str; 2]; 2] =
    [["dismissal/feature.md", "bridge-draft/courier.md"], ["dismissal/wire.txt", "bridge-draft/herald.txt"]];

struct Article {
    text: Arc<str>,
    prose: Prose,
    metadata: Metadata,
    parsed: Arc<Facts>,
}

impl Article {
    fn new(files: &[&str]) -> Article {
        let text: Arc<str> = files.iter().map(|file| body(file)).collect::<Vec<_>>().join("\n\n").into();
        let prose = prose(&text, Format::Markdown);
        let metadata = annotation::metadata(&text, &prose);
        let parsed = Arc::new(facts(&prose, &metadata, None));
        Article { text, prose, metadata, parsed }
    }

    fn read(&self) -> Arc<Facts> {
        Arc::new(facts(&self.prose, &self.metadata, Some(&self.parsed)))
    }
}

/// An example without its front matter, which would be prose in the middle of a file.
fn body(file: &str) -> String {
    let text = fs::read_to_string(format!("{}/examples/{file}", env!("CARGO_MANIFEST_DIR")));
    let text = text.expect("the example is there");
    let behind = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    behind.map_or(text.clone(), |(_, body)| body.to_owned())
}

/// How many differences and agreements there are. The articles are read side by side, as the workspace reads them.
fn compare([one, other]: &[Article; 2], read: impl Fn(&Article) -> Arc<Facts> + Sync) -> (usize, usize) {
    let (first, second) = rayon::join(|| read(one), || read(other));
    let account = |number: u32, article: &Article, facts| {
        let (name, text) = (format!("{number}.md").into(), article.text.clone());
        (ArticleId(number), Some(Account { name, facts, text }))
    };
    let story = Story::default().with_all([account(0, one, first), account(1, other, second)]);
    (story.differences().len(), story.agreements().len())
}

fn bench(c: &mut Criterion) {
    let articles = ACCOUNTS.map(|files| Article::new(&files));
    let mut group = c.benchmark_group("two articles of 800 words");
    group.bench_function("parsed before", |b| b.iter(|| black_box(compare(&articles, Article::read))));
    group.bench_function("read before", |b| b.iter(|| black_box(compare(&articles, |a| a.parsed.clone()))));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
