//! What a story file says about each article, made ready for reading it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use smol_str::SmolStr;

use super::{Anchor, AnchorSet, Found, Kind, Quoted, StoryFile};
use crate::{
    syntax::{AnnotationKind, Prose},
    text::Span,
};

/// Somebody or something that a person describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: SmolStr,
    pub name: SmolStr,
    pub aliases: Vec<SmolStr>,
    /// Names and phrases that do not mean it.
    pub not: Vec<SmolStr>,
    pub kind: Option<Kind>,
}

/// A place of an article of which a person says who is meant there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// Bytes of the file.
    pub span: Span,
    /// The id of an entity, or a name.
    pub is: Option<SmolStr>,
    pub not: Option<SmolStr>,
}

/// What a story file says, by article.
#[derive(Debug, Default)]
pub struct StoryNotes {
    /// In the order of the file.
    pub known: Arc<[Known]>,
    by_article: BTreeMap<SmolStr, Arc<ArticleNotes>>,
    nothing: Arc<ArticleNotes>,
}

/// What a story file says about one article.
#[derive(Debug, Default, PartialEq)]
pub struct ArticleNotes {
    anchors: AnchorSet,
    /// Whom a quoted place means, and whom not.
    pointed: Vec<(Anchor, Option<SmolStr>, Option<SmolStr>)>,
    pub published: Option<Date>,
    pub updated: Option<Date>,
}

impl StoryNotes {
    /// Sorts out what a file says. What is as in `previous` is shared with it.
    pub fn new(file: &StoryFile, previous: Option<&StoryNotes>) -> StoryNotes {
        let mut anchors: BTreeMap<&str, BTreeSet<Anchor>> = BTreeMap::new();
        let article = |quoted: &Quoted| quoted.source.as_ref().map(|source| source.value.clone());
        let sources: Vec<(SmolStr, &Quoted)> = file.quoted().filter_map(|q| Some((article(q)?, q))).collect();
        for (source, quoted) in &sources {
            anchors.entry(file.article_name(source)).or_default().insert(quoted.anchor.clone());
        }
        let mut notes: BTreeMap<SmolStr, ArticleNotes> = BTreeMap::new();
        for (name, anchors) in anchors {
            let known = previous.and_then(|p| p.by_article.get(name)).filter(|known| known.anchors.is(&anchors));
            let anchors = known.map_or_else(|| AnchorSet::new(anchors), |known| known.anchors.clone());
            notes.insert(name.into(), ArticleNotes { anchors, ..ArticleNotes::default() });
        }
        for mention in &file.mentions {
            let Some((quoted, source)) = mention.at.as_ref().and_then(|at| Some((at, at.source.as_ref()?))) else {
                continue;
            };
            let value = |at: &Option<super::At<SmolStr>>| at.as_ref().map(|at| at.value.clone());
            let notes = notes.entry(file.article_name(&source.value).into()).or_default();
            notes.pointed.push((quoted.anchor.clone(), value(&mention.is), value(&mention.not)));
        }
        for source in &file.sources {
            let Some(article) = source.file.as_ref().filter(|_| source.published.or(source.updated).is_some()) else {
                continue;
            };
            let notes = notes.entry(article.value.clone()).or_default();
            (notes.published, notes.updated) = (source.published, source.updated);
        }
        let shared = |(name, notes): (SmolStr, ArticleNotes)| {
            let same = previous.and_then(|p| p.by_article.get(&name)).filter(|known| ***known == notes);
            (name, same.cloned().unwrap_or_else(|| Arc::new(notes)))
        };
        let entities: Vec<Known> = file.entities.iter().filter_map(known).collect();
        StoryNotes {
            known: previous.map(|p| &p.known).filter(|known| ***known == *entities).cloned().unwrap_or(entities.into()),
            by_article: notes.into_iter().map(shared).collect(),
            nothing: previous.map(|p| p.nothing.clone()).unwrap_or_default(),
        }
    }

    /// The articles about which this says something else than `before`, from which it was made; `None` when that may be
    /// any: who is who has changed.
    pub fn changed_since(&self, before: &StoryNotes) -> Option<BTreeSet<SmolStr>> {
        let names = self.by_article.keys().chain(before.by_article.keys());
        let changed = names.filter(|name| !Arc::ptr_eq(self.of(name), before.of(name)));
        Arc::ptr_eq(&self.known, &before.known).then(|| changed.cloned().collect())
    }

    /// What is said about the article with this name.
    pub fn of(&self, article: &str) -> &Arc<ArticleNotes> {
        self.by_article.get(article).unwrap_or(&self.nothing)
    }
}

fn known(entity: &super::EntityEntry) -> Option<Known> {
    let name = entity.name.as_ref().filter(|name| !name.value.trim().is_empty())?;
    let values = |list: &[super::At<SmolStr>]| {
        list.iter().map(|at| at.value.clone()).filter(|text| !text.trim().is_empty()).collect()
    };
    Some(Known {
        id: entity.id.value.clone(),
        name: name.value.clone(),
        aliases: values(&entity.aliases),
        not: values(&entity.not),
        kind: entity.kind.as_ref().map(|kind| kind.value),
    })
}

impl ArticleNotes {
    /// Where everything that is quoted from the article stands in its present text.
    pub fn resolve(&self, text: &str, prose: &Prose) -> Vec<Found> {
        if self.anchors.is_empty() { Vec::new() } else { self.anchors.resolve(text, prose) }
    }

    /// The number of an anchor among what [`ArticleNotes::resolve`] returns.
    pub fn index_of(&self, anchor: &Anchor) -> Option<usize> {
        self.anchors.index_of(anchor)
    }

    /// The places of which somebody says who is meant, in the story file or in the article itself (`[[ellison|she]]`),
    /// by place. Only words that still stand count.
    pub fn pointed(&self, found: &[Found], prose: &Prose) -> Vec<Pointed> {
        let quoted = self.pointed.iter().filter_map(|(anchor, is, not)| {
            let span = found.get(self.index_of(anchor)?)?.here()?;
            Some(Pointed { span, is: is.clone(), not: not.clone() })
        });
        let marked = prose.annotations.iter().filter(|mark| mark.kind == AnnotationKind::Entity);
        let marked = marked.map(|mark| Pointed { span: mark.words, is: Some((&*mark.id).into()), not: None });
        let mut all: Vec<Pointed> = quoted.chain(marked).collect();
        all.sort_by_key(|pointed| pointed.span);
        all
    }
}
