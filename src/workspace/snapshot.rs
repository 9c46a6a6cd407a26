//! All articles and stories at one point of the stream of edits.

use std::sync::{Arc, OnceLock};

use smol_str::SmolStr;

use super::Article;
use crate::compare::{Account, ArticleId, Story};

/// Frozen: cheap to clone, never changes under a reader. `with` and `without` make the next one.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    articles: imbl::OrdMap<ArticleId, Arc<Article>>,
    stories: imbl::OrdMap<SmolStr, Arc<StoryCell>>,
}

/// A story and the articles that changed since it was last compared.
#[derive(Debug, Default)]
struct StoryCell {
    base: Arc<Story>,
    pending: Vec<(ArticleId, Option<Arc<Article>>)>,
    compared: OnceLock<Arc<Story>>,
}

impl Snapshot {
    /// The snapshot with this version of an article, in the story of this key (the folder).
    pub fn with(&self, story: SmolStr, article: Arc<Article>) -> Snapshot {
        let mut next = self.clone();
        next.stories.insert(
            story.clone(),
            self.pending(&story, article.id, Some(article.clone())),
        );
        next.articles.insert(article.id, article);
        next
    }

    /// The snapshot without an article.
    pub fn without(&self, story: SmolStr, article: ArticleId) -> Snapshot {
        let mut next = self.clone();
        next.stories
            .insert(story.clone(), self.pending(&story, article, None));
        next.articles.remove(&article);
        next
    }

    fn pending(
        &self,
        story: &SmolStr,
        id: ArticleId,
        article: Option<Arc<Article>>,
    ) -> Arc<StoryCell> {
        let Some(old) = self.stories.get(story) else {
            return Arc::new(StoryCell {
                pending: vec![(id, article)],
                ..StoryCell::default()
            });
        };
        let (base, mut pending) = match old.compared.get() {
            Some(story) => (story.clone(), Vec::new()),
            None => (old.base.clone(), old.pending.clone()),
        };
        pending.retain(|(other, _)| *other != id);
        pending.push((id, article));
        Arc::new(StoryCell {
            base,
            pending,
            compared: OnceLock::new(),
        })
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

    /// A story, compared. The first call after an edit does the work.
    pub fn story(&self, key: &str) -> Option<Arc<Story>> {
        let cell = self.stories.get(key)?;
        let compared = cell.compared.get_or_init(|| {
            let story = cell
                .pending
                .iter()
                .fold((*cell.base).clone(), |story, (id, article)| {
                    let account = article.as_ref().map(|a| Account {
                        name: a.name.clone(),
                        facts: a.facts().clone(),
                        text: a.text.clone(),
                    });
                    story.with(*id, account)
                });
            Arc::new(story)
        });
        Some(compared.clone())
    }
}
