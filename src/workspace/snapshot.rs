//! All articles and stories at one point of the stream of edits.

use std::{
    collections::HashMap,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, available_parallelism},
};

use imbl::{OrdMap, OrdSet};
use smol_str::SmolStr;

use super::{Article, StoryDoc};
use crate::{
    annotation::{Found, Quoted, Reference},
    compare::{Account, ArticleId, Judgement, Located, Passage, Story, judge},
    text::Text,
};

/// Frozen: cheap to clone, never changes under a reader. `with` and `without` make the next one.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    articles: OrdMap<ArticleId, Arc<Article>>,
    /// The story of each article.
    keys: OrdMap<ArticleId, SmolStr>,
    /// No story is without articles.
    stories: OrdMap<SmolStr, Arc<StoryCell>>,
    /// Story files by their stories' keys.
    docs: OrdMap<SmolStr, Arc<StoryDoc>>,
}

/// A story and the articles that changed since it was last compared.
#[derive(Clone, Debug, Default)]
struct StoryCell {
    members: OrdSet<ArticleId>,
    by_name: OrdMap<SmolStr, ArticleId>,
    base: Compared,
    pending: OrdMap<ArticleId, Option<Arc<Article>>>,
    compared: OnceLock<Compared>,
    judged: OnceLock<Arc<Judgement>>,
}

/// What is kept from edit to edit.
#[derive(Clone, Debug, Default)]
struct Compared {
    story: Arc<Story>,
    /// The articles that name claims of their own.
    drafts: OrdSet<ArticleId>,
}

impl Snapshot {
    /// The snapshot with this version of an article, in the story of this key (the folder). An article is in one story:
    /// it leaves the one it was in.
    pub fn with(&self, story: SmolStr, article: Arc<Article>) -> Snapshot {
        let mut next = match self.keys.get(&article.id) {
            Some(old) if *old != story => self.without(article.id),
            _ => self.clone(),
        };
        next.put(&story, article.id, Some(article.clone()));
        next.keys.insert(article.id, story);
        next.articles.insert(article.id, article);
        next
    }

    /// The snapshot without an article.
    pub fn without(&self, article: ArticleId) -> Snapshot {
        let mut next = self.clone();
        if let Some(story) = next.keys.remove(&article) {
            next.put(&story, article, None);
            next.articles.remove(&article);
        }
        next
    }

    fn put(&mut self, story: &SmolStr, id: ArticleId, article: Option<Arc<Article>>) {
        let old = self.stories.get(story).cloned().unwrap_or_default();
        let (base, mut pending) = match old.compared.get() {
            Some(compared) => (compared.clone(), OrdMap::new()),
            None => (old.base.clone(), old.pending.clone()),
        };
        let mut by_name = old.by_name.clone();
        if let Some(before) = self.articles.get(&id)
            && by_name.get(&before.name) == Some(&id)
        {
            by_name.remove(&before.name);
        }
        let members = match &article {
            Some(article) => {
                by_name.insert(article.name.clone(), id);
                old.members.update(id)
            }
            None => old.members.without(&id),
        };
        if members.is_empty() {
            self.stories.remove(story);
            return;
        }
        pending.insert(id, article);
        let (compared, judged) = (OnceLock::new(), OnceLock::new());
        let cell = StoryCell { members, by_name, base, pending, compared, judged };
        self.stories.insert(story.clone(), Arc::new(cell));
    }

    /// The snapshot with another version of a story's file, or without one. What it says about articles is in those.
    pub fn with_doc(&self, story: SmolStr, doc: Option<Arc<StoryDoc>>) -> Snapshot {
        let mut next = self.clone();
        if let Some(cell) = self.stories.get(&story) {
            let cell = StoryCell { judged: OnceLock::new(), ..StoryCell::clone(cell) };
            next.stories.insert(story.clone(), Arc::new(cell));
        }
        match doc {
            Some(doc) => next.docs.insert(story, doc),
            None => next.docs.remove(&story),
        };
        next
    }

    /// A story's file.
    pub fn doc(&self, key: &str) -> Option<&Arc<StoryDoc>> {
        self.docs.get(key)
    }

    /// The file of the story that an article belongs to.
    pub fn doc_of(&self, article: ArticleId) -> Option<&Arc<StoryDoc>> {
        self.doc(self.story_key(article)?)
    }

    /// The story file with this number.
    pub fn doc_with_id(&self, id: ArticleId) -> Option<&Arc<StoryDoc>> {
        self.docs.values().find(|doc| doc.id == id)
    }

    /// All story files.
    pub fn docs(&self) -> impl Iterator<Item = &Arc<StoryDoc>> {
        self.docs.values()
    }

    /// The text of an article or a story file, for positions and lines.
    pub fn buffer(&self, id: ArticleId) -> Option<&Text> {
        let article = self.article(id).map(|article| article.buffer());
        article.or_else(|| self.doc_with_id(id).map(|doc| doc.buffer()))
    }

    /// The article of a story that has this name.
    pub fn article_named(&self, story: &str, name: &str) -> Option<&Arc<Article>> {
        self.article(*self.stories.get(story)?.by_name.get(name)?)
    }

    /// The articles of a story that name claims of their own, by number.
    pub fn drafts(&self, key: &str) -> Vec<&Arc<Article>> {
        let compared = self.compared(key);
        compared.into_iter().flat_map(|c| &c.drafts).filter_map(|id| self.article(*id)).collect()
    }

    /// What the verdicts and relations of a story's file mean now. The first call after an edit does the work.
    pub fn judgement(&self, key: &str) -> Option<Arc<Judgement>> {
        let (cell, doc) = (self.stories.get(key)?, self.doc(key)?);
        let judged = cell.judged.get_or_init(|| {
            let story = self.story(key).unwrap_or_default();
            let claims = self.claim_places(key, doc);
            let locate = |reference: &Reference| match reference {
                Reference::Claim(id) => claims.get(id.value.as_str()).copied().unwrap_or(Located::Nowhere),
                Reference::Quoted(quoted) => self.locate(doc, quoted),
            };
            Arc::new(judge(&story, &doc.file, &locate))
        });
        Some(judged.clone())
    }

    /// Where each claim with a name stands; a name that several claims have leads nowhere.
    pub fn claim_places(&self, key: &str, doc: &StoryDoc) -> HashMap<SmolStr, Located> {
        let mut places: HashMap<SmolStr, Located> = HashMap::new();
        let mut put = |id: &SmolStr, place: Located| {
            places.entry(id.clone()).and_modify(|known| *known = Located::Nowhere).or_insert(place);
        };
        for claim in &doc.file.claims {
            put(&claim.id.value, claim.at.as_ref().map_or(Located::Nowhere, |at| self.locate(doc, at)));
        }
        for article in self.drafts(key) {
            let mut last = None;
            for claim in article.claims() {
                // One note may stand at several sentences: the first counts.
                if last != Some(&claim.id) {
                    put(&claim.id, Located::Here(Passage { article: article.id, span: claim.span }));
                }
                last = Some(&claim.id);
            }
        }
        places
    }

    /// Where quoted words stand.
    pub fn locate(&self, doc: &StoryDoc, quoted: &Quoted) -> Located {
        let source = quoted.source.as_ref().map(|source| doc.file.article_name(&source.value));
        let Some(article) = source.and_then(|name| self.article_named(&doc.story, name)) else {
            return Located::Nowhere;
        };
        let at = |span| Passage { article: article.id, span };
        match article.found(&quoted.anchor) {
            Some(Found::Here { span, .. }) => Located::Here(at(*span)),
            Some(Found::Changed(span)) => Located::Changed(at(*span)),
            _ => Located::Nowhere,
        }
    }

    /// One article.
    pub fn article(&self, id: ArticleId) -> Option<&Arc<Article>> {
        self.articles.get(&id)
    }

    /// All articles.
    pub fn articles(&self) -> impl Iterator<Item = &Arc<Article>> {
        self.articles.values()
    }

    /// The keys of all stories.
    pub fn stories(&self) -> impl Iterator<Item = &SmolStr> {
        self.stories.keys()
    }

    /// The key of the story that an article belongs to.
    pub fn story_key(&self, article: ArticleId) -> Option<&SmolStr> {
        self.keys.get(&article)
    }

    /// The key of the story that an article belongs to, or a story file describes.
    pub fn key_of(&self, id: ArticleId) -> Option<&SmolStr> {
        self.story_key(id).or_else(|| self.doc_with_id(id).map(|doc| &doc.story))
    }

    /// The story that an article belongs to, compared. The first call after an edit does the work.
    pub fn story_of(&self, article: ArticleId) -> Option<Arc<Story>> {
        self.story(self.story_key(article)?)
    }

    /// The articles of a story, by name; none when there is no such story.
    pub fn articles_of_story(&self, key: &str) -> Vec<&Arc<Article>> {
        let members = self.stories.get(key).map(|cell| &cell.members);
        let mut articles: Vec<_> = members.into_iter().flatten().filter_map(|id| self.article(*id)).collect();
        articles.sort_by(|a, b| a.name.cmp(&b.name));
        articles
    }

    /// Does the work for the story of an article or a story file ahead, and looks between two articles whether it was `stopped`. Whether
    /// it got to the end.
    pub fn prepare(&self, article: ArticleId, stopped: &(dyn Fn() -> bool + Sync)) -> bool {
        if let Some(cell) = self.key_of(article).and_then(|key| self.stories.get(key))
            && cell.compared.get().is_none()
        {
            read_all(&cell.unread(), stopped);
            if !stopped() {
                cell.compared();
            }
        }
        !stopped()
    }

    /// A story, compared. The first call after an edit does the work.
    pub fn story(&self, key: &str) -> Option<Arc<Story>> {
        self.compared(key).map(|compared| compared.story.clone())
    }

    fn compared(&self, key: &str) -> Option<&Compared> {
        self.stories.get(key).map(|cell| cell.compared())
    }
}

impl StoryCell {
    /// The articles that changed and that nobody may have read yet.
    fn unread(&self) -> Vec<&Arc<Article>> {
        self.pending.values().flatten().collect()
    }

    fn compared(&self) -> &Compared {
        self.compared.get_or_init(|| {
            read_all(&self.unread(), &|| false);
            let mut drafts = self.base.drafts.clone();
            for (id, article) in &self.pending {
                match article.as_ref().filter(|article| !article.claims().is_empty()) {
                    Some(_) => drafts.insert(*id),
                    None => drafts.remove(id),
                };
            }
            let changes = self.pending.iter().map(|(id, article)| (*id, article.as_deref().map(account)));
            let story = Arc::new(self.base.story.with_all(changes));
            debug_assert!(
                self.members.len() > FEW || *story == story.rebuilt(),
                "an edit must lead where building from scratch does"
            );
            Compared { story, drafts }
        })
    }
}

/// Stories of so many articles are built twice where debug assertions are on.
const FEW: usize = 3;

/// An article's part in its story.
fn account(article: &Article) -> Account {
    Account { name: article.name.clone(), facts: article.facts().clone(), text: article.text().clone() }
}

/// Reads the articles that nobody has read yet, side by side, until it is `stopped`.
fn read_all(articles: &[&Arc<Article>], stopped: &(dyn Fn() -> bool + Sync)) {
    let unread: Vec<_> = articles.iter().filter(|article| !article.is_read()).collect();
    let next = AtomicUsize::new(0);
    let read = || {
        while let Some(article) = unread.get(next.fetch_add(1, Ordering::Relaxed))
            && !stopped()
        {
            article.facts();
        }
    };
    let threads = available_parallelism().map_or(1, usize::from).min(unread.len());
    thread::scope(|scope| {
        (1..threads).for_each(|_| drop(scope.spawn(read)));
        read();
    });
}
