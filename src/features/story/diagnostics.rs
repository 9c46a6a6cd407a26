//! What is to be mended in a story file: entries that cannot be read, ids and files that nobody has, words that are not
//! there any more.

use std::collections::HashMap;

use crate::{
    annotation::{Found, Quoted, Reference},
    compare::{Passage, Standing},
    features::{Diagnostic, RelatedPassage, Severity, excerpt::excerpt, verdicts},
    text::Span,
    workspace::{Snapshot, StoryDoc},
};

/// Everything that is to be said about a story file, by place.
pub fn story_diagnostics(snapshot: &Snapshot, doc: &StoryDoc) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = doc
        .file
        .problems
        .iter()
        .map(|problem| diagnostic(problem.span, Severity::Warning, "story-file", problem.message.clone()))
        .collect();
    found.extend(sources(snapshot, doc));
    found.extend(doc.file.quoted().filter_map(|quoted| quote(snapshot, doc, quoted)));
    found.extend(claims(snapshot, doc));
    found.extend(verdicts(snapshot, doc));
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}

fn diagnostic(span: Span, severity: Severity, code: &'static str, message: String) -> Diagnostic {
    Diagnostic { span, severity, code, message, related: Vec::new() }
}

/// Files that are not there.
fn sources(snapshot: &Snapshot, doc: &StoryDoc) -> Vec<Diagnostic> {
    let files = doc.file.sources.iter().filter_map(|source| source.file.as_ref());
    let missing = files.filter(|file| snapshot.article_named(&doc.story, &file.value).is_none());
    let articles = snapshot.articles_of_story(&doc.story);
    let names: Vec<&str> = articles.iter().map(|article| article.name.as_str()).take(8).collect();
    missing
        .map(|file| {
            let message = format!("there is no article {} in this story; there are {}", file.value, names.join(", "));
            diagnostic(file.span, Severity::Warning, "no-such-file", message)
        })
        .collect()
}

/// Quotes of nothing, or of several things.
fn quote(snapshot: &Snapshot, doc: &StoryDoc, quoted: &Quoted) -> Option<Diagnostic> {
    let source = quoted.source.as_ref()?;
    let name = doc.file.article_name(&source.value);
    let Some(article) = snapshot.article_named(&doc.story, name) else {
        let declared = doc.file.sources.iter().any(|entry| entry.id.value == source.value);
        let message = format!("there is no source `{name}`; describe it with [source.{name}], or name an article");
        return (!declared).then(|| diagnostic(source.span, Severity::Warning, "no-such-source", message));
    };
    let (code, message, places) = match article.found(&quoted.anchor)? {
        Found::Here { .. } => return None,
        Found::Ambiguous(places) => (
            "ambiguous-quote",
            format!(
                "these words are in {} places of {name}; say what stands before = \"…\" or after = \"…\"",
                places.len()
            ),
            places.clone(),
        ),
        Found::Changed(place) => (
            "changed-quote",
            format!(
                "{name} does not say this any more; it may be where it says “{}”",
                excerpt(place.of(article.text()))
            ),
            vec![*place],
        ),
        Found::Lost => ("lost-quote", format!("{name} does not say this, nor anything like it"), Vec::new()),
        Found::NotSearched => {
            ("not-searched", format!("these words are too common in {name} to be searched for; quote more"), Vec::new())
        }
    };
    let related = places.into_iter().take(8).map(|span| {
        let message = format!("{name}: “{}”", excerpt(span.of(article.text())));
        RelatedPassage { at: Passage { article: article.id, span }, message }
    });
    let related = related.collect();
    Some(Diagnostic { related, ..diagnostic(quoted.quote, Severity::Warning, code, message) })
}

/// Ids that no claim has, or several.
fn claims(snapshot: &Snapshot, doc: &StoryDoc) -> Vec<Diagnostic> {
    let mut places: HashMap<&str, Vec<(Passage, String)>> = HashMap::new();
    for claim in &doc.file.claims {
        let at = Passage { article: doc.id, span: claim.id.span };
        places.entry(&claim.id.value).or_default().push((at, "story.toml".to_owned()));
    }
    let drafts = snapshot.drafts(&doc.story);
    for article in &drafts {
        let mut last = None;
        for claim in article.claims() {
            if last != Some(&claim.id) {
                let at = Passage { article: article.id, span: claim.name };
                places.entry(&claim.id).or_default().push((at, article.name.to_string()));
            }
            last = Some(&claim.id);
        }
    }
    let mut found = Vec::new();
    for claim in &doc.file.claims {
        let others = places.get(claim.id.value.as_str()).into_iter().flatten().filter(|(at, _)| at.article != doc.id);
        let related: Vec<RelatedPassage> = others
            .map(|(at, name)| RelatedPassage { at: *at, message: format!("`{}` in {name}", claim.id.value) })
            .collect();
        if !related.is_empty() {
            let message = format!("a draft has a claim `{}` of its own; give one of them another name", claim.id.value);
            found.push(Diagnostic { related, ..diagnostic(claim.id.span, Severity::Warning, "claim-twice", message) });
        }
    }
    for reference in doc.file.references() {
        let Reference::Claim(id) = reference else { continue };
        match places.get(id.value.as_str()).map_or(0, Vec::len) {
            0 => {
                let message =
                    format!("there is no claim `{}`, neither in story.toml nor in a draft's source notes", id.value);
                found.push(diagnostic(id.span, Severity::Warning, "no-such-claim", message));
            }
            1 => {}
            _ => {
                let message = format!("several claims are called `{}`; it is not clear which is meant", id.value);
                found.push(diagnostic(id.span, Severity::Warning, "claim-twice", message));
            }
        }
    }
    found
}

/// Verdicts that ended, and those that do not say on which words they are.
fn verdicts(snapshot: &Snapshot, doc: &StoryDoc) -> Vec<Diagnostic> {
    let judgement = snapshot.judgement(&doc.story).unwrap_or_default();
    let mut found = Vec::new();
    for (number, (judged, verdict)) in judgement.verdicts.iter().zip(&doc.file.verdicts).enumerate() {
        let sides = judged.sides.iter().filter_map(|side| side.place());
        let related = sides.filter_map(|at| {
            let article = snapshot.article(at.article)?;
            let message = format!("{}: “{}”", article.name, excerpt(at.span.of(article.text())));
            Some(RelatedPassage { at, message })
        });
        let span = verdict.decision.span;
        match judged.standing {
            Standing::Holds => {}
            Standing::Unseen => {
                let message = "this verdict does not say how the passages read, so it cannot end when they change";
                let related = related.collect();
                found.push(Diagnostic { related, ..diagnostic(span, Severity::Hint, "unseen", message.to_owned()) });
            }
            Standing::Changed | Standing::Lost => {
                let message = verdicts::needs_another_look(snapshot, doc, number);
                let related = related.collect();
                found
                    .push(Diagnostic { related, ..diagnostic(span, Severity::Warning, "needs-another-look", message) });
            }
        }
    }
    found
}
