//! Measures sentence boundaries on a treebank's news documents, where the treebank is at hand:
//! `cargo test --release --test treebank -- --ignored --nocapture`.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use twosource::language::sentences;

/// The folder of development data, which is no part of the project.
fn shared() -> PathBuf {
    env::var_os("TWOSOURCE_SHARED")
        .map_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").into(), PathBuf::from)
}

/// A paragraph, and where its sentences end in bytes.
#[derive(Default)]
struct Paragraph {
    text: String,
    ends: BTreeSet<usize>,
}

/// The paragraphs of all documents whose name begins with `prefix`, as CoNLL-U lays them out.
fn paragraphs(conllu: &str, prefix: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut wanted = false;
    for line in conllu.lines() {
        if let Some(document) = line.strip_prefix("# newdoc id = ") {
            wanted = document.starts_with(prefix);
        }
        if !wanted {
            continue;
        }
        if line.trim_end() == "# newpar" {
            paragraphs.push(Paragraph::default());
        } else if let (Some(text), Some(paragraph)) = (line.strip_prefix("# text = "), paragraphs.last_mut()) {
            paragraph.text.push_str(text);
            paragraph.ends.insert(paragraph.text.len());
            paragraph.text.push(' ');
        }
    }
    paragraphs
}

#[test]
#[ignore = "needs a treebank that is no part of the project"]
fn sentence_boundaries_of_news() {
    let path = shared().join("treebanks/gum-train.conllu");
    let Ok(conllu) = fs::read_to_string(&path) else {
        println!("nothing to measure: no {}", path.display());
        return;
    };
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for paragraph in paragraphs(&conllu, "GUM_news_") {
        let ends: BTreeSet<usize> = sentences(&paragraph.text).iter().map(|s| s.end as usize).collect();
        right += ends.intersection(&paragraph.ends).count();
        found += ends.len();
        gold += paragraph.ends.len();
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / gold as f64);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("{gold} sentences: precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}");
    assert!(f1 >= 0.97);
}
