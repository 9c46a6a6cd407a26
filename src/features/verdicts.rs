//! Differences with what people decided about them, and verdicts that ended because the words were changed.

use super::{Diagnostic, RelatedPassage, Severity, excerpt::excerpt};
use crate::{
    annotation::{Decision, Reference, RelationKind, VerdictEntry, normal},
    compare::{ArticleId, Difference, Judged, Located, Opinion, Passage, Standing, Story, are_on, wording},
    workspace::{Snapshot, StoryDoc},
};

/// The differences of a story, by place, and then those within its articles, each with what people say about it.
pub fn judged_differences(snapshot: &Snapshot, key: &str) -> Vec<(Difference, Option<Opinion>)> {
    let Some(story) = snapshot.story(key) else { return Vec::new() };
    let within = story.accounts().into_iter().flat_map(|(id, _)| story.differences_within(id));
    judged(snapshot, key, story.differences().into_iter().chain(within).collect())
}

/// The same, of the differences that touch an article.
pub fn judged_differences_of(snapshot: &Snapshot, article: ArticleId) -> Vec<(Difference, Option<Opinion>)> {
    let Some(key) = snapshot.story_key(article) else { return Vec::new() };
    let Some(story) = snapshot.story(key) else { return Vec::new() };
    let across = story.differences_of(article).into_iter();
    judged(snapshot, key, across.chain(story.differences_within(article)).collect())
}

fn judged(snapshot: &Snapshot, key: &str, differences: Vec<Difference>) -> Vec<(Difference, Option<Opinion>)> {
    let opinions: Vec<Option<Opinion>> = match (snapshot.doc(key), snapshot.judgement(key)) {
        (Some(doc), Some(judgement)) => {
            judgement.opinions(&doc.file, &differences).into_iter().map(|(_, opinion)| opinion).collect()
        }
        _ => vec![None; differences.len()],
    };
    differences.into_iter().zip(opinions).collect()
}

/// The numbers of the verdicts that somebody has to look at again.
pub fn expired(snapshot: &Snapshot, key: &str) -> Vec<usize> {
    let judgement = snapshot.judgement(key).unwrap_or_default();
    let ended = |judged: &Judged| matches!(judged.standing, Standing::Changed | Standing::Lost);
    judgement.verdicts.iter().enumerate().filter(|(_, judged)| ended(judged)).map(|(number, _)| number).collect()
}

/// "Let stand (jk): counted again."
pub fn decided(verdict: &VerdictEntry) -> String {
    let what = match verdict.decision.value {
        Decision::Stet => "Let stand",
        Decision::Checked => "Checked",
        Decision::Open => "Still open",
    };
    let by = verdict.by.as_ref().map(|by| format!(" ({})", by.value)).unwrap_or_default();
    match verdict.reason.trim() {
        "" => format!("{what}{by}."),
        reason => format!("{what}{by}: {}.", reason.trim_end_matches('.')),
    }
}

/// What an opinion adds to the message about a difference.
pub fn remark(doc: &StoryDoc, opinion: Opinion) -> Option<String> {
    match opinion {
        Opinion::Decided(_, number) => doc.file.verdicts.get(number).map(decided),
        Opinion::Supported => Some("One supports the other, story.toml says.".to_owned()),
        Opinion::Expired(_) => None,
    }
}

/// Both wordings of every passage of a verdict that was changed: `herald.txt read “…”, now “…”`.
pub fn changes(snapshot: &Snapshot, doc: &StoryDoc, number: usize) -> Vec<String> {
    let judgement = snapshot.judgement(&doc.story).unwrap_or_default();
    let (Some(story), Some(verdict), Some(judged)) =
        (snapshot.story(&doc.story), doc.file.verdicts.get(number), judgement.verdicts.get(number))
    else {
        return Vec::new();
    };
    let sides = verdict.on.iter().zip(&judged.sides).enumerate();
    sides.filter_map(|(i, (reference, side))| change(&story, doc, verdict, i, reference, *side)).collect()
}

fn change(
    story: &Story,
    doc: &StoryDoc,
    verdict: &VerdictEntry,
    side: usize,
    reference: &Reference,
    located: Located,
) -> Option<String> {
    let quoted = match reference {
        Reference::Quoted(quoted) => Some(quoted),
        Reference::Claim(id) => doc.file.claims.iter().find(|c| c.id.value == id.value).and_then(|c| c.at.as_ref()),
    };
    let was = verdict.was.get(side).map(|was| was.value.as_str());
    let was = was.or(quoted.map(|quoted| quoted.anchor.quote.as_str()));
    let Some(at) = located.place() else {
        let what = match reference {
            Reference::Claim(id) => format!("the claim `{}`", id.value),
            Reference::Quoted(quoted) => {
                let source = quoted.source.as_ref().map(|s| doc.file.article_name(&s.value).to_owned());
                source.unwrap_or_else(|| "the passage".to_owned())
            }
        };
        let read = was.map(|was| format!(", which read “{}”", excerpt(was))).unwrap_or_default();
        return Some(format!("{what}{read}, is gone or not to be told apart"));
    };
    let now = wording(story, at);
    let name = story.account(at.article).map(|account| account.name.clone()).unwrap_or_default();
    let was = was?;
    let whole = verdict.was.get(side).is_some();
    let same = if whole { normal(was) == normal(&now) } else { matches!(located, Located::Here(_)) };
    (!same).then(|| format!("{name} read “{}”, now “{}”", excerpt(was), excerpt(&now)))
}

/// What is to be said about an ended verdict.
pub fn needs_another_look(snapshot: &Snapshot, doc: &StoryDoc, number: usize) -> String {
    let verdict = &doc.file.verdicts[number];
    let mut changes = changes(snapshot, doc, number);
    if changes.is_empty() {
        changes.push("the text around it was changed".to_owned());
    }
    let before = decided(verdict);
    format!("Needs another look: {}. Before that: {before}", changes.join("; "))
}

/// The differences that people record in an article and that are not found there, by place.
pub fn recorded_in(snapshot: &Snapshot, article: ArticleId, severity: Severity) -> Vec<Diagnostic> {
    let Some(doc) = snapshot.doc_of(article) else { return Vec::new() };
    let judgement = snapshot.judgement(&doc.story).unwrap_or_default();
    let story = snapshot.story(&doc.story).unwrap_or_default();
    if doc.file.relations.is_empty() {
        return Vec::new();
    }
    let known = story.differences_of(article);
    let mut found = Vec::new();
    for (relation, sides) in doc.file.relations.iter().zip(&judgement.relations) {
        let lead = match relation.kind.value {
            RelationKind::Supports => continue,
            RelationKind::Differs => "Accounts differ, story.toml says",
            RelationKind::Disputes => "Disputed, story.toml says",
        };
        let [Located::Here(a), Located::Here(b)] = sides[..] else { continue };
        if known.iter().any(|difference| are_on(sides, difference)) {
            continue;
        }
        for (here, there) in [(a, b), (b, a)].into_iter().filter(|(here, _)| here.article == article) {
            let words = |at: Passage| {
                let account = story.account(at.article);
                account.map(|account| excerpt(at.span.of(&account.text))).unwrap_or_default()
            };
            let name = story.account(there.article).map(|account| account.name.clone()).unwrap_or_default();
            let message = format!("{lead}: here “{}”; {name} “{}”.", words(here), words(there));
            let related = vec![RelatedPassage { at: there, message: format!("{name}: “{}”", words(there)) }];
            found.push(Diagnostic { span: here.span, severity, code: "recorded", message, related });
        }
    }
    found
}

/// The ended verdicts of a story at the passages in one article, by place.
pub fn expired_in(snapshot: &Snapshot, article: ArticleId) -> Vec<Diagnostic> {
    let Some(doc) = snapshot.doc_of(article) else { return Vec::new() };
    let judgement = snapshot.judgement(&doc.story).unwrap_or_default();
    let mut found = Vec::new();
    for number in expired(snapshot, &doc.story) {
        let places = judgement.verdicts[number].sides.iter().filter_map(|side| side.place());
        for here in places.filter(|at| at.article == article) {
            let verdict = &doc.file.verdicts[number];
            let at = Passage { article: doc.id, span: verdict.decision.span };
            found.push(Diagnostic {
                span: here.span,
                severity: Severity::Warning,
                code: "needs-another-look",
                message: needs_another_look(snapshot, doc, number),
                related: vec![RelatedPassage { at, message: decided(verdict) }],
            });
        }
    }
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}
