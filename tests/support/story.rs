//! Stories of texts that stand in the test itself.

use std::sync::Arc;

use twosource::{
    annotation,
    compare::{Account, ArticleId, Story},
    facts::facts,
    syntax::{Format, prose},
};

/// The story of these plain texts, name and text each; their order gives the articles their numbers.
pub fn story(texts: &[(&str, &str)]) -> Story {
    texts.iter().enumerate().fold(Story::default(), |story, (number, (name, text))| {
        let prose = prose(text, Format::Plain);
        let facts = Arc::new(facts(&prose, &annotation::metadata(text, &prose), None));
        let account = Account { name: (*name).into(), facts, text: (*text).into() };
        story.with(ArticleId(number as u32), Some(account))
    })
}
