//! Settings from the client.

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::{Client, ls_types::ConfigurationItem};

use super::{notices::Notice, session::Session};
use crate::features::Config;

/// The name of our settings among a client's.
const SECTION: &str = "twosource";

/// Takes over settings, whole or below their section. `null` and `{}` say nothing. What cannot be read is told to the
/// user, and the settings stay as they were.
pub fn apply(session: &Session, mut settings: Value) {
    if let Some(section) = settings.get_mut(SECTION) {
        settings = section.take();
    }
    if settings.is_null() || settings.as_object().is_some_and(|members| members.is_empty()) {
        return;
    }
    match serde_json::from_value::<Config>(settings) {
        Ok(config) => {
            let mut state = session.state();
            if *state.config != config {
                state.config = Arc::new(config);
                state.outside += 1;
            }
            drop(state);
            session.changed.notify_one();
        }
        Err(error) => session.notice(Notice {
            show: true,
            text: format!("Settings kept as they were: {error}. Look at \"{SECTION}\" in your settings."),
        }),
    }
}

/// Asks for the settings now and whenever they have changed.
pub async fn follow(session: Arc<Session>, client: Client) {
    loop {
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.into()) };
        match client.configuration(vec![item]).await {
            Ok(answers) => answers.into_iter().for_each(|answer| apply(&session, answer)),
            Err(error) => tracing::warn!(%error, "no settings from the client"),
        }
        session.settings_changed.notified().await;
    }
}
