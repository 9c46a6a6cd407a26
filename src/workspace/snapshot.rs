//! All articles and stories at one point of the stream of edits.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, available_parallelism},
};

use imbl::{OrdMap, OrdSet};
use smol_str::SmolStr;

use super::Article;
use crate::compare::{Account, ArticleId, Story};

/// Frozen: cheap to clone, never changes under a reader. `with` and `without` make the next one.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    articles: OrdMap<ArticleId, Arc<Article>>,
    /// The story of each article.
    keys: OrdMap<ArticleId, SmolStr>,
    /// No story is without articles.
    stories: OrdMap<SmolStr, Arc<StoryCell>>,
}

/// A story and the articles that changed since it was last compared.
#[derive(Debug, Default)]
struct StoryCell {
    members: OrdSet<ArticleId>,
    base: Arc<Story>,
    pending: Vec<(ArticleId, Option<Arc<Article>>)>,
    compared: OnceLock<Arc<Story>>,
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
            Some(story) => (story.clone(), Vec::new()),
            None => (old.base.clone(), old.pending.clone()),
        };
        let members = match article {
            Some(_) => old.members.update(id),
            None => old.members.without(&id),
        };
        if members.is_empty() {
            self.stories.remove(story);
            return;
        }
        pending.retain(|(other, _)| *other != id);
        pending.push((id, article));
        let cell = StoryCell { members, base, pending, compared: OnceLock::new() };
        self.stories.insert(story.clone(), Arc::new(cell));
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

    /// Does the work for the story of an article ahead, and looks between two articles whether it was `stopped`. Whether
    /// it got to the end.
    pub fn prepare(&self, article: ArticleId, stopped: &(dyn Fn() -> bool + Sync)) -> bool {
        if let Some(key) = self.story_key(article) {
            read_all(&self.articles_of_story(key), stopped);
            if !stopped() {
                self.story(key);
            }
        }
        !stopped()
    }

    /// A story, compared. The first call after an edit does the work.
    pub fn story(&self, key: &str) -> Option<Arc<Story>> {
        let cell = self.stories.get(key)?;
        let compared = cell.compared.get_or_init(|| {
            read_all(&cell.pending.iter().filter_map(|(_, article)| article.as_ref()).collect::<Vec<_>>(), &|| false);
            let story = cell.pending.iter().fold((*cell.base).clone(), |story, (id, article)| {
                let account = article.as_ref().map(|a| Account {
                    name: a.name.clone(),
                    facts: a.facts().clone(),
                    text: a.text().clone(),
                });
                story.with(*id, account)
            });
            Arc::new(story)
        });
        Some(compared.clone())
    }
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
