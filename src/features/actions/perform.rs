//! Deeds → edits of drafts and of the story file, and what to show after them.

use std::path::{Path, PathBuf};

use super::{Deed, Named, Spot, can_be_noted, has_brackets, is_prose, is_writable, slug};
use crate::{
    annotation::{
        Anchor, DECISIONS, NewReference, NewVerdict, Rewrite, StoryFile, add, add_to_list, anchor_of, quoted,
        renew_verdict, verdict_entry,
    },
    compare::{ArticleId, Passage, fingerprint, wording},
    features::Config,
    text::Span,
    workspace::{Article, STORY_FILE, Snapshot},
};

/// What an action comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    pub edits: Vec<FileEdit>,
    /// What to show, and select, when the edits are made.
    pub show: Option<Show>,
}

/// An edit of one place of a file. Several of one file are in rising order and do not overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct FileEdit {
    pub target: Target,
    /// Bytes of the file as it is.
    pub span: Span,
    pub with: String,
}

/// The file that an edit is of.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// An article or a story file.
    Known(ArticleId),
    /// A story file that there is not yet.
    New(PathBuf),
}

/// A place of a file as it will be.
#[derive(Clone, Debug, PartialEq)]
pub struct Show {
    pub target: Target,
    /// Bytes of `text`.
    pub span: Span,
    /// The file's text after the edits.
    pub text: String,
}

/// Why nothing can be done, for people.
type Refusal = String;

const TOO_LATE: &str = "the text has changed since this was offered; look again";

/// The edits that a deed comes to by now.
///
/// # Errors
/// When the text was changed too much, the story file is broken, or an article is a source. The text says so.
pub fn perform(snapshot: &Snapshot, deed: &Deed, config: &Config) -> Result<Outcome, Refusal> {
    let place = |spot: &Spot| spot.passage(snapshot).ok_or_else(|| TOO_LATE.to_owned());
    match deed {
        Deed::Open { at } => open(snapshot, place(at)?),
        Deed::Decide { left, right, kind, decision, reason } => {
            let sides = [place(left)?, place(right)?];
            let notes = Notes::of(snapshot, sides[0].article)?;
            let kind = Some(kind.clone());
            let verdict =
                NewVerdict { kind, reason: reason.clone(), ..verdict(snapshot, &notes, &sides, decision, config)? };
            let (entry, select) = verdict_entry(&verdict);
            notes.decided(add(&notes.text, &entry, select).map_err(|broken| broken.to_string())?, &verdict)
        }
        Deed::Renew { story, verdict: number, decision, reason } => {
            let doc = snapshot.doc(story).ok_or(TOO_LATE)?;
            let judgement = snapshot.judgement(story).unwrap_or_default();
            let judged = judgement.verdicts.get(*number).ok_or(TOO_LATE)?;
            let sides: Option<Vec<Passage>> = judged.sides.iter().map(|side| side.place()).collect();
            let sides = sides.ok_or("a passage of this verdict is gone; take the verdict out of story.toml")?;
            let notes = Notes::existing(doc);
            let verdict = NewVerdict { reason: reason.clone(), ..verdict(snapshot, &notes, &sides, decision, config)? };
            notes.decided(renew_verdict(&notes.text, *number, &verdict).map_err(|broken| broken.to_string())?, &verdict)
        }
        Deed::MentionIs { at, entity } => mention(snapshot, place(at)?, entity, true),
        Deed::MentionIsNot { at, entity } => mention(snapshot, place(at)?, entity, false),
        Deed::Same { article, entity, name } => list(snapshot, ArticleId(*article), entity, "aliases", name),
        Deed::NotSame { article, entity, name } => list(snapshot, ArticleId(*article), entity, "not", name),
        Deed::Replace { at, with } => {
            let article = draft(snapshot, place(at)?.article)?;
            Ok(edited(article, vec![(place(at)?.span, with.clone())], None))
        }
        Deed::AddNote { at } => add_note(snapshot, place(at)?),
        Deed::NameClaim { at } => name_claim(snapshot, place(at)?),
    }
}

/// The story file of an article as it is, or as it will be.
struct Notes {
    target: Target,
    text: String,
    file: StoryFile,
}

impl Notes {
    fn existing(doc: &crate::workspace::StoryDoc) -> Notes {
        Notes { target: Target::Known(doc.id), text: doc.text().to_string(), file: doc.file.clone() }
    }

    fn of(snapshot: &Snapshot, article: ArticleId) -> Result<Notes, Refusal> {
        if let Some(doc) = snapshot.doc_of(article) {
            return Ok(Notes::existing(doc));
        }
        let found = snapshot.article(article).filter(|article| can_be_noted(article));
        let folder = found.and_then(|article| snapshot.story_key(article.id));
        let folder = folder.ok_or("save the article first: its story file stands beside it")?;
        let target = Target::New(Path::new(folder.as_str()).join(STORY_FILE));
        Ok(Notes { target, text: String::new(), file: StoryFile::default() })
    }

    fn outcome(&self, rewrite: Rewrite) -> Result<Outcome, Refusal> {
        let text = rewrite.apply(&self.text);
        let show = Show { target: self.target.clone(), span: rewrite.select, text };
        let edit = FileEdit { target: self.target.clone(), span: rewrite.span, with: rewrite.with };
        Ok(Outcome { edits: vec![edit], show: Some(show) })
    }

    /// A decision leads to where its reason is to be typed, unless it has one.
    fn decided(&self, rewrite: Rewrite, verdict: &NewVerdict) -> Result<Outcome, Refusal> {
        let outcome = self.outcome(rewrite)?;
        Ok(Outcome { show: outcome.show.filter(|_| verdict.reason.is_none()), ..outcome })
    }

    /// What an article is called here.
    fn source(&self, article: &Article) -> String {
        self.file.source(&article.name).map_or(&article.name, |source| &source.id.value).to_string()
    }
}

fn open(snapshot: &Snapshot, at: Passage) -> Result<Outcome, Refusal> {
    let text = snapshot.article(at.article).ok_or(TOO_LATE)?.text().to_string();
    let show = Show { target: Target::Known(at.article), span: at.span, text };
    Ok(Outcome { edits: Vec::new(), show: Some(show) })
}

fn verdict(
    snapshot: &Snapshot,
    notes: &Notes,
    sides: &[Passage],
    decision: &str,
    config: &Config,
) -> Result<NewVerdict, Refusal> {
    let decision = DECISIONS.iter().find(|(key, _)| *key == decision).map(|(_, decision)| *decision);
    let story = sides.first().and_then(|side| snapshot.story_of(side.article)).ok_or(TOO_LATE)?;
    let on: Option<Vec<NewReference>> = sides.iter().map(|side| reference(snapshot, notes, *side)).collect();
    Ok(NewVerdict {
        on: on.ok_or("these words cannot be quoted")?,
        decision: decision.ok_or("there is no such decision")?,
        reason: None,
        kind: None,
        by: Some(config.by.clone()).filter(|by| !by.is_empty()),
        seen: fingerprint(&story, sides),
        was: sides.iter().map(|side| wording(&story, *side)).collect(),
    })
}

/// A claim by its name, where a draft names it; otherwise its words.
fn reference(snapshot: &Snapshot, notes: &Notes, at: Passage) -> Option<NewReference> {
    let article = snapshot.article(at.article)?;
    let key = snapshot.story_key(at.article)?;
    let named = article.claims().iter().filter(|claim| claim.span.contains(at.span));
    let unique = |id: &str| {
        let in_drafts =
            snapshot.drafts(key).into_iter().flat_map(|draft| draft.claims()).filter(|c| c.id == id).count();
        in_drafts == 1 && !notes.file.claims.iter().any(|claim| claim.id.value == id)
    };
    if let Some(claim) = named.filter(|claim| unique(&claim.id)).min_by_key(|claim| claim.span.len()) {
        return Some(NewReference::Claim(claim.id.to_string()));
    }
    Some(NewReference::Quoted { source: notes.source(article), anchor: anchor(article, at.span)? })
}

/// Words of an article with what stands around them.
fn anchor(article: &Article, span: Span) -> Option<Anchor> {
    let block = article.prose().blocks.iter().find(|block| block.span.contains(span))?;
    let (start, end) = (block.map.to_prose(span.start as usize)?, block.map.to_prose(span.end as usize)?);
    (start < end).then(|| anchor_of(&block.text, Span::new(start, end)))
}

fn draft(snapshot: &Snapshot, article: ArticleId) -> Result<&Article, Refusal> {
    let article = snapshot.article(article).ok_or(TOO_LATE)?;
    if is_writable(article) { Ok(article) } else { Err(format!("{} is a source; it stays as it is", article.name)) }
}

/// Edits of one draft, and the place to show, in bytes of the text after them.
fn edited(article: &Article, edits: Vec<(Span, String)>, show: Option<Span>) -> Outcome {
    let mut text = article.text().to_string();
    for (span, with) in edits.iter().rev() {
        text.replace_range(span.range(), with);
    }
    let target = || Target::Known(article.id);
    let show = show.map(|span| Show { target: target(), span, text });
    let edits = edits.into_iter().map(|(span, with)| FileEdit { target: target(), span, with });
    Outcome { edits: edits.collect(), show }
}

/// Says who is or is not meant: in a draft in the text, of a source in the story file.
fn mention(snapshot: &Snapshot, at: Passage, entity: &Named, is: bool) -> Result<Outcome, Refusal> {
    let article = snapshot.article(at.article).ok_or(TOO_LATE)?;
    let surname = slug::slug(slug::of_name(&entity.name), &|_| false);
    if is && is_writable(article) && !has_brackets(article.text(), at.span) && is_prose(article, at.span) {
        let id = entity.id.as_ref().unwrap_or(&surname);
        let with = format!("[[{id}|{}]]", at.span.of(article.text()));
        return Ok(edited(article, vec![(at.span, with)], None));
    }
    let notes = Notes::of(snapshot, at.article)?;
    let anchor = anchor(article, at.span).ok_or("these words cannot be quoted")?;
    let (text, id) = with_entity(&notes, entity)?;
    let mut entry = format!("[[mention]]\nat = {{ source = {}", quoted(&notes.source(article)));
    for (key, words) in [("quote", &anchor.quote), ("before", &anchor.before), ("after", &anchor.after)] {
        if !words.is_empty() {
            entry += &format!(", {key} = {}", quoted(words));
        }
    }
    entry += &format!(" }}\n{} = {}\n", if is { "is" } else { "not" }, quoted(&id));
    let whole = Span::new(0, entry.len());
    let rewrite = add(&text, &entry, Span { start: whole.end - 1, end: whole.end - 1 });
    let rewrite = rewrite.map_err(|broken| broken.to_string())?;
    notes.outcome(Rewrite::between(&notes.text, &rewrite.apply(&text)))
}

/// The story file with an entry for an entity, and the entity's id.
fn with_entity(notes: &Notes, entity: &Named) -> Result<(String, String), Refusal> {
    if let Some(id) = entity.id.as_ref().filter(|id| notes.file.entity(id).is_some()) {
        return Ok((notes.text.clone(), id.clone()));
    }
    let same = |known: &&crate::annotation::EntityEntry| {
        known.name.iter().chain(&known.aliases).any(|name| name.value == entity.name)
    };
    if let Some(known) = notes.file.entities.iter().find(same) {
        return Ok((notes.text.clone(), known.id.value.to_string()));
    }
    let taken = |id: &str| notes.file.entity(id).is_some();
    let id = slug::slug(slug::of_name(&entity.name), &taken);
    let entry = format!("[entity.{id}]\nname = {}\n", quoted(&entity.name));
    let rewrite = add(&notes.text, &entry, Span::new(0, 0)).map_err(|broken| broken.to_string())?;
    Ok((rewrite.apply(&notes.text), id))
}

/// Adds a name to what an entity is called, or is not.
fn list(snapshot: &Snapshot, article: ArticleId, entity: &Named, key: &str, name: &str) -> Result<Outcome, Refusal> {
    let notes = Notes::of(snapshot, article)?;
    let (text, id) = with_entity(&notes, entity)?;
    let rewrite = add_to_list(&text, &id, key, name).map_err(|broken| broken.to_string())?;
    notes.outcome(Rewrite::between(&notes.text, &rewrite.apply(&text)))
}

/// A source note behind a sentence of a draft, and its text at the end, to be typed.
fn add_note(snapshot: &Snapshot, at: Passage) -> Result<Outcome, Refusal> {
    let article = draft(snapshot, at.article)?;
    let text = article.text();
    let taken = |id: &str| article.claims().iter().any(|claim| claim.id == id) || text.contains(&format!("[^{id}]"));
    let label = slug::slug(slug::of_claim(at.span.of(text)), &taken);
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let body = text.trim_end_matches([' ', '\t', '\r', '\n']).len();
    let last = text[..body].lines().next_back().unwrap_or_default();
    let gap = if last.starts_with("[^") { end.to_owned() } else { format!("{end}{end}") };
    let definition = format!("{gap}[^{label}]: ");
    let reference = format!("[^{label}]");
    let at_end = Span::new(at.span.end as usize, at.span.end as usize);
    let cursor = body + reference.len() + definition.len();
    if at.span.end as usize >= body {
        let with = format!("{reference}{definition}{end}");
        return Ok(edited(article, vec![(Span::new(body, text.len()), with)], Some(Span::new(cursor, cursor))));
    }
    let edits = vec![(at_end, reference), (Span::new(body, text.len()), format!("{definition}{end}"))];
    Ok(edited(article, edits, Some(Span::new(cursor, cursor))))
}

/// A name for words: in a draft beside them, of a source in the story file.
fn name_claim(snapshot: &Snapshot, at: Passage) -> Result<Outcome, Refusal> {
    let article = snapshot.article(at.article).ok_or(TOO_LATE)?;
    let words = at.span.of(article.text());
    let key = snapshot.story_key(at.article).ok_or(TOO_LATE)?;
    let in_drafts: Vec<&str> =
        snapshot.drafts(key).into_iter().flat_map(|draft| draft.claims()).map(|claim| claim.id.as_str()).collect();
    let in_file = snapshot.doc(key).map(|doc| doc.file.claims.as_slice()).unwrap_or_default();
    let taken = |id: &str| in_drafts.contains(&id) || in_file.iter().any(|claim| claim.id.value == id);
    let id = slug::slug(slug::of_claim(words), &taken);
    if is_writable(article) {
        if has_brackets(article.text(), at.span) {
            return Err("there are brackets in these words; name a part of them".to_owned());
        }
        let name = at.span.start as usize + words.len() + "[]{#".len();
        let edits = vec![(at.span, format!("[{words}]{{#{id}}}"))];
        return Ok(edited(article, edits, Some(Span::new(name, name + id.len()))));
    }
    let notes = Notes::of(snapshot, at.article)?;
    let anchor = anchor(article, at.span).ok_or("these words cannot be quoted")?;
    let mut entry = format!("[claim.{id}]\nat = {{ source = {}", quoted(&notes.source(article)));
    for (key, words) in [("quote", &anchor.quote), ("before", &anchor.before), ("after", &anchor.after)] {
        if !words.is_empty() {
            entry += &format!(", {key} = {}", quoted(words));
        }
    }
    entry += " }\n";
    let name = "[claim.".len();
    let rewrite = add(&notes.text, &entry, Span::new(name, name + id.len()));
    notes.outcome(rewrite.map_err(|broken| broken.to_string())?)
}
