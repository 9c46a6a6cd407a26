//! Renaming: an id where one stands, else the entity whose name the cursor is on. Only drafts and the story file are edited.

use super::{
    FileEdit, Target, story,
    story::{RenameError, Renamed},
    subject::{Subject, subject},
};
use crate::{
    annotation::{Rewrite, add_to_list},
    compare::ArticleId,
    facts::{Basis, ChainId, MentionKind},
    syntax::BlockKind,
    text::Span,
    workspace::{Article, Snapshot, StoryDoc},
};

/// What can be renamed at byte `at` of an article or a story file.
///
/// # Errors
/// When nothing can; the message says why.
pub fn prepare_rename(snapshot: &Snapshot, id: ArticleId, at: usize) -> Result<Renamed, RenameError> {
    story::prepare_rename(snapshot, id, at).or_else(|reason| {
        let (subject, renamed) = name_at(snapshot, id, at).ok_or(reason)?;
        match is_editable(snapshot, &subject) {
            true => Ok(renamed),
            false => Err(RenameError::OnlySources(renamed.name)),
        }
    })
}

/// The edits that give what is at byte `at` another name: an id wherever it is used, an entity's name in drafts and in its
/// entry of the story file. Parts of the name change alike: who makes "Mara Ellison" a "Mara Allison" makes "Ellison" an
/// "Allison" too.
///
/// # Errors
/// When it cannot be renamed, or not so; the message says why.
pub fn rename(snapshot: &Snapshot, id: ArticleId, at: usize, to: &str) -> Result<Vec<FileEdit>, RenameError> {
    if story::prepare_rename(snapshot, id, at).is_ok() {
        return story::rename(snapshot, id, at, to);
    }
    let (subject, old) = name_at(snapshot, id, at).ok_or(RenameError::NoName)?;
    let to = to.trim();
    if !to.contains(char::is_alphanumeric)
        || to.contains(['\n', '\r', '[', ']', '|', '*', '_', '`', '<', '>', '\\', '"'])
    {
        return Err(RenameError::NoPlainName(to.into()));
    }
    let change = Change::new(&old.name, to);
    let mut edits = in_drafts(snapshot, &subject, &change);
    if let Some(doc) = snapshot.doc_of(id) {
        edits.extend(in_story_file(snapshot, doc, &subject, &change)?);
    }
    match edits.is_empty() {
        true if change.is_none() => Ok(edits),
        true => Err(RenameError::OnlySources(old.name)),
        false => Ok(edits),
    }
}

/// The name without titles that byte `at` of an article is on, and whose it is.
fn name_at(snapshot: &Snapshot, id: ArticleId, at: usize) -> Option<(Subject, Renamed)> {
    let article = snapshot.article(id)?;
    let subject = subject(snapshot, id, at)?;
    let (mention, span) = (&subject.mention, subject.mention.head);
    let bare = span.of(article.text()).replace(MARKUP, "");
    let name = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    (mention.kind == MentionKind::Name).then(|| (subject, Renamed { span, name: name.into() }))
}

/// Whether a draft, or the story file, names the entity.
fn is_editable(snapshot: &Snapshot, subject: &Subject) -> bool {
    let declared = subject.entity().and_then(|entity| entity.declared.as_ref());
    declared.is_some() || drafts(snapshot, subject).any(|(article, chain)| names(article, chain).next().is_some())
}

/// The drafts that speak of the entity, each with its chain there.
fn drafts<'s>(snapshot: &'s Snapshot, subject: &Subject) -> impl Iterator<Item = (&'s Article, ChainId)> {
    let chains = subject.chains().into_iter();
    chains.filter_map(|chain| {
        let article = snapshot.article(chain.article)?;
        article.metadata().draft.then_some((&**article, chain.chain))
    })
}

/// The places of an entity's names in an article, without titles. Not those in source notes: these give a source's words.
fn names(article: &Article, chain: ChainId) -> impl Iterator<Item = Span> {
    let facts = article.facts();
    let named = facts.mentions_of(chain).filter(|mention| {
        let block = facts.sentences[mention.sentence as usize].block as usize;
        // Another name that holds this one stays as it is.
        let own = mention.kind == MentionKind::Name && mention.basis != Basis::Within;
        own && !matches!(article.prose().blocks[block].kind, BlockKind::FootnoteDefinition(_))
    });
    named.map(|mention| mention.head)
}

fn in_drafts(snapshot: &Snapshot, subject: &Subject, change: &Change<'_>) -> Vec<FileEdit> {
    let mut edits = Vec::new();
    for (article, chain) in drafts(snapshot, subject) {
        for name in names(article, chain) {
            edits.extend(change.of(name.of(article.text())).into_iter().map(|(within, with)| FileEdit {
                target: Target::Known(article.id),
                span: within.shift(name.start as usize),
                with,
            }));
        }
    }
    edits
}

/// The entity's name in its entry; the old one stays as an alias where sources have it.
fn in_story_file(
    snapshot: &Snapshot,
    doc: &StoryDoc,
    subject: &Subject,
    change: &Change<'_>,
) -> Result<Option<FileEdit>, RenameError> {
    let entry = subject.entity().and_then(|entity| doc.file.entity(entity.declared.as_ref()?));
    let Some((entry, name)) = entry.and_then(|entry| Some((entry, entry.name.as_ref()?))) else { return Ok(None) };
    let changed = change.of(name.span.of(doc.text()));
    if changed.is_empty() {
        return Ok(None);
    }
    let mut text = doc.text().to_string();
    for (within, with) in changed.into_iter().rev() {
        text.replace_range(within.shift(name.span.start as usize).range(), &with);
    }
    let sources =
        subject.chains().into_iter().filter_map(|chain| Some((snapshot.article(chain.article)?, chain.chain)));
    let mut sources = sources.filter(|(article, _)| !article.metadata().draft);
    let known = entry.aliases.iter().any(|alias| alias.value == name.value);
    if !known && sources.any(|(article, chain)| names(article, chain).any(|at| at.of(article.text()) == name.value)) {
        let added = add_to_list(&text, &entry.id.value, "aliases", &name.value).map_err(|_| RenameError::Unsafe)?;
        text = added.apply(&text);
    }
    let Rewrite { span, with, .. } = Rewrite::between(doc.text(), &text);
    let edits = [FileEdit { target: Target::Known(doc.id), span, with }];
    if !story::is_safe(doc.text(), &doc.file, doc.id, &edits) {
        return Err(RenameError::Unsafe);
    }
    Ok(edits.into_iter().next())
}

/// What may stand around the words of a name and is no part of it.
const MARKUP: [char; 2] = ['*', '_'];

/// How the words of a name change.
struct Change<'a> {
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

impl<'a> Change<'a> {
    fn new(old: &'a str, new: &'a str) -> Change<'a> {
        Change { old: old.split_whitespace().collect(), new: new.split_whitespace().collect() }
    }

    fn is_none(&self) -> bool {
        self.old == self.new
    }

    /// What changes in `name`, a form of the same name, and into what, by place. Words that stay are not touched, nor, as far
    /// as one word stands for another, what stands between them: a line break, markup.
    fn of(&self, name: &str) -> Vec<(Span, String)> {
        let words: Vec<(usize, &str)> = name
            .split_whitespace()
            .map(|word| word.trim_matches(MARKUP))
            .filter(|word| !word.is_empty())
            .map(|word| (word.as_ptr() as usize - name.as_ptr() as usize, word))
            .collect();
        let before: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
        let Some(after) = self.applied(&before) else { return Vec::new() };
        let end = |word: &(usize, &str)| word.0 + word.1.len();
        if before.len() == after.len() {
            let changed = words.iter().zip(&after).filter(|((_, old), new)| old != *new);
            return changed.map(|(word, new)| (Span::new(word.0, end(word)), (*new).to_owned())).collect();
        }
        let same = |(a, b): &(&&str, &&str)| a == b;
        let head = before.iter().zip(&after).take_while(same).count();
        let rest = before[head..].iter().rev().zip(after[head..].iter().rev());
        let tail = rest.take_while(same).count();
        let (gone, come) = (&words[head..words.len() - tail], &after[head..after.len() - tail]);
        let with = come.join(" ");
        let stretch = match (gone, come) {
            ([], []) => None,
            // More words than before, between two that stay or at one end.
            ([], _) => Some(match words.get(head) {
                Some((at, _)) => (Span::new(*at, *at), format!("{with} ")),
                None => (Span::new(name.len(), name.len()), format!(" {with}")),
            }),
            ([first, ..], []) => match (words.get(words.len() - tail), head.checked_sub(1)) {
                (Some(next), _) if tail > 0 => Some((Span::new(first.0, next.0), with)),
                (_, Some(last)) => gone.last().map(|gone| (Span::new(end(&words[last]), end(gone)), with)),
                _ => None,
            },
            ([first, ..], _) => gone.last().map(|last| (Span::new(first.0, end(last)), with)),
        };
        stretch.into_iter().collect()
    }

    /// The words of a form of the name after the change; `None` when it does not concern them.
    fn applied(&self, words: &[&'a str]) -> Option<Vec<&'a str>> {
        let (old, new) = (&self.old, &self.new);
        if words == old {
            return Some(new.clone());
        }
        if old.len() == new.len() {
            let word = |word: &&'a str| old.iter().position(|other| other == word).map_or(*word, |i| new[i]);
            return Some(words.iter().map(word).collect());
        }
        if let Some(at) = words.windows(old.len()).position(|window| window == old) {
            return Some([&words[..at], new, &words[at + old.len()..]].concat());
        }
        match words {
            [word] if Some(word) == old.last() => Some(vec![new.last()?]),
            [word] if Some(word) == old.first() => Some(vec![new.first()?]),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(old: &str, new: &str, form: &str) -> String {
        let mut changed = form.to_owned();
        for (span, with) in Change::new(old, new).of(form).into_iter().rev() {
            changed.replace_range(span.range(), &with);
        }
        changed
    }

    #[test]
    fn other_forms_of_the_name_follow() {
        for (old, new, form, expected) in [
            ("Mara Ellison", "Mara Allison", "Ellison", "Allison"),
            ("Ellison", "Allison", "Mara\nEllison", "Mara\nAllison"),
            ("Mara Ellison", "Mary Allison", "**Mara** Ellison", "**Mary** Allison"),
            ("Mara Ellison", "Mara K. Ellison", "Mara Ellison", "Mara K. Ellison"),
            ("Mara Ellison", "Mara K. Ellison", "Ellison", "Ellison"),
            ("Mara K. Ellison", "Mara Ellison", "Mara K. Ellison", "Mara Ellison"),
            ("Mara Ellison", "Jo van Dyke", "Ellison", "Dyke"),
            ("Mara Ellison", "Mara Ellison Jr.", "Mara Ellison", "Mara Ellison Jr."),
            ("Mara Ellison Jr.", "Mara Ellison", "Mara Ellison Jr.", "Mara Ellison"),
            ("Ellison", "van Dyke", "Mara Ellison", "Mara van Dyke"),
            ("Mara Ellison", "Mara Allison", "Hunt", "Hunt"),
        ] {
            assert_eq!(changed(old, new, form), expected, "{old} → {new}");
        }
    }
}
