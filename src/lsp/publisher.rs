//! Diagnostics that go out unasked, or the hint to ask again.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use tokio::runtime::Handle;
use tower_lsp::{
    Client,
    ls_types::{Diagnostic, Uri},
};

use super::{
    requests::result_id,
    session::{Frozen, Phase, Session},
    to_proto,
};
use crate::{
    compare::{ArticleId, Story},
    features::{self, Config},
    text::{Span, Text},
    workspace::StoryDoc,
};

/// A folder that is half read is half compared: wait for the rest, but not for ever.
const FIRST_SCAN: Duration = Duration::from_secs(1);

/// How long a client may take to answer a hint before it can get the next one.
const HINT: Duration = Duration::from_secs(5);

/// What was said last about an open document, and what it followed from.
struct Said {
    version: i32,
    story: Option<Arc<Story>>,
    /// The story's file.
    doc: Option<Arc<StoryDoc>>,
    config: Arc<Config>,
    outside: u64,
    diagnostics: Vec<Diagnostic>,
    /// The result that the client had pulled by then.
    pulled: Option<String>,
    /// Stands for what the client shows of it beside diagnostics.
    shown: u64,
}

/// What is to be said about a document.
struct News {
    uri: Uri,
    /// `None` for a document that was closed.
    version: Option<i32>,
    diagnostics: Vec<Diagnostic>,
    cause: Cause,
}

#[derive(PartialEq, Eq)]
enum Cause {
    /// The document was opened, edited or closed.
    Itself,
    /// Another document was.
    Another,
    /// Files were read or settings changed, or the client asked just before.
    Outside,
}

/// Publishes after every change, or has a client that pulls ask again, until the session stops. One thread does it all,
/// so that nothing older comes after something newer and what a thread remembers of words stays with it; changes that
/// come while it works are taken together.
pub fn start(session: Arc<Session>, client: Client) {
    let reactor = Handle::current();
    std::thread::spawn(move || {
        let stopping = session.stopping().clone();
        reactor.block_on(stopping.run_until_cancelled(run(session, client)))
    });
}

async fn run(session: Arc<Session>, client: Client) {
    let mut scanned = session.scanned.subscribe();
    let _ = tokio::time::timeout(FIRST_SCAN, scanned.wait_for(|done| *done)).await;
    let mut said = BTreeMap::new();
    let mut last: Option<Frozen> = None;
    loop {
        let frozen = session.freeze();
        let pulled = session.pulled(&frozen);
        let found = catch_unwind(AssertUnwindSafe(|| news(&frozen, &pulled, &mut said)));
        let (news, is_stale) = found.unwrap_or_else(|_| {
            // With the next change everything is said again.
            tracing::error!("no diagnostics");
            said = BTreeMap::new();
            Default::default()
        });
        // Nothing is said unasked after `shutdown`: a client that answers, or asks again, may do so after its `exit`.
        if session.state().phase != Phase::Running {
            return;
        }
        let early = frozen.scanned && session.ask_again.swap(false, Ordering::Relaxed);
        if !frozen.profile.pulls_diagnostics {
            for news in news {
                let News { uri, version, diagnostics, .. } = news;
                client.publish_diagnostics(uri, diagnostics, version).await;
            }
        } else if early || is_hinted(&frozen, &news) {
            hint(&client, &frozen).await;
        }
        if early || is_stale {
            refresh(&client, &frozen).await;
        }
        // What only the last look still knew is let go of when everything has been said.
        drop(last.replace(frozen));
        session.changed.notified().await;
    }
}

/// Whether a client that pulls asks too little of its own accord: it does after a change, about the document that
/// changed.
fn is_hinted(frozen: &Frozen, news: &[News]) -> bool {
    let changed = news.iter().filter(|news| news.cause == Cause::Itself).count();
    news.iter().any(|news| match news.cause {
        // When several changed since the last look, the client may have asked about one before another changed.
        // What follows from another one comes along with the answer about that, where the client takes it.
        Cause::Itself => changed > 1 && !frozen.profile.related_documents,
        Cause::Another => !frozen.profile.related_documents,
        Cause::Outside => true,
    })
}

/// Has a client that pulls ask again for the diagnostics of all documents.
async fn hint(client: &Client, frozen: &Frozen) {
    if frozen.profile.pulls_diagnostics && frozen.profile.refreshes_diagnostics {
        let _ = tokio::time::timeout(HINT, client.workspace_diagnostic_refresh()).await;
    }
}

/// Has a client ask again for what it shows within the text.
async fn refresh(client: &Client, frozen: &Frozen) {
    let profile = &frozen.profile;
    let ask = async {
        if profile.refreshes_hints {
            let _ = client.inlay_hint_refresh().await;
        }
        if profile.refreshes_tokens && (profile.full_tokens || profile.range_tokens) {
            let _ = client.semantic_tokens_refresh().await;
        }
        if profile.refreshes_lenses {
            let _ = client.code_lens_refresh().await;
        }
    };
    let _ = tokio::time::timeout(HINT, ask).await;
}

/// Stands for what a client that can be told to ask again shows within the text of an article.
fn shown(frozen: &Frozen, id: ArticleId) -> u64 {
    let (profile, snapshot) = (&frozen.profile, &frozen.snapshot);
    let all = Span::new(0, snapshot.buffer(id).map_or(0, Text::len));
    let mut hasher = DefaultHasher::new();
    if profile.refreshes_hints {
        for hint in features::inlay_hints(snapshot, id, all, &frozen.config) {
            (hint.at, hint.label, hint.target).hash(&mut hasher);
        }
    }
    if profile.refreshes_tokens {
        features::semantic_tokens(snapshot, id, all).hash(&mut hasher);
    }
    if profile.refreshes_lenses {
        features::code_lenses(snapshot, id, &frozen.config).hash(&mut hasher);
    }
    hasher.finish()
}

/// What is to be said about open documents that changed, and about closed ones; and whether the client shows something within
/// a text that followed from another one. Nothing about a document of which a newer version is known: its turn comes with that.
///
/// `pulled` are the results that the client has from its own asking. It may have asked at a moment between two looks, and
/// then has what was never said.
fn news(frozen: &Frozen, pulled: &HashMap<Uri, String>, said: &mut BTreeMap<Uri, Said>) -> (Vec<News>, bool) {
    let mut is_stale = false;
    let closed = said.extract_if(.., |uri, _| frozen.documents.get(uri).is_none());
    let mut news: Vec<_> = closed
        .filter(|(_, last)| !last.diagnostics.is_empty())
        .map(|(uri, _)| News { uri, version: None, diagnostics: Vec::new(), cause: Cause::Itself })
        .collect();
    for document in frozen.documents.iter() {
        let (uri, id) = (&document.uri, document.article);
        let article = frozen.snapshot.article(id);
        if !frozen.snapshot.prepare(id, &|| article.is_some_and(|a| a.is_superseded())) {
            continue;
        }
        let key = frozen.snapshot.key_of(id);
        let story = key.and_then(|key| frozen.snapshot.story(key));
        let doc = key.and_then(|key| frozen.snapshot.doc(key)).cloned();
        let last = said.get(uri);
        let follows_from_the_same = |last: &Said| {
            last.version == document.version
                && last.story.as_ref().map(Arc::as_ptr) == story.as_ref().map(Arc::as_ptr)
                && last.doc.as_ref().map(Arc::as_ptr) == doc.as_ref().map(Arc::as_ptr)
                && Arc::ptr_eq(&last.config, &frozen.config)
        };
        let pulled = pulled.get(uri);
        let has_another = |last: &Said| pulled.is_some_and(|result| *result != result_id(&last.diagnostics));
        let is_same = last.is_some_and(follows_from_the_same);
        if is_same && !last.is_some_and(|last| pulled != last.pulled.as_ref() && has_another(last)) {
            continue;
        }
        let now = Said {
            version: document.version,
            story,
            doc,
            config: frozen.config.clone(),
            outside: frozen.outside,
            diagnostics: to_proto::diagnostics(frozen, id),
            pulled: pulled.cloned(),
            shown: shown(frozen, id),
        };
        is_stale |= last.is_some_and(|last| last.version == now.version && last.shown != now.shown);
        let cause = match last {
            Some(last) if is_same || last.version == now.version && last.outside != now.outside => Cause::Outside,
            Some(last) if last.version == now.version => Cause::Another,
            _ => Cause::Itself,
        };
        if cause == Cause::Itself || has_another(&now) || last.is_some_and(|last| last.diagnostics != now.diagnostics) {
            news.push(News {
                uri: uri.clone(),
                version: Some(document.version),
                diagnostics: now.diagnostics.clone(),
                cause,
            });
        }
        said.insert(uri.clone(), now);
    }
    (news, is_stale)
}
