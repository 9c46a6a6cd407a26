//! Where a figure or a moment is looked for: near the words for its matter, so that all prices or all hours of a long story do not
//! meet.

use super::{Keys, Shared, sentence::TELLING};
use crate::{
    compare::{ChainRef, Story, told::Told},
    facts::{Figure, Moment},
    language::lexicon,
};

impl Keys {
    /// What the deed may be, and that its hour is told, near each word that tells what it is about.
    pub(super) fn moment(&mut self, moment: &Moment) {
        for word in moment.occasion.iter().filter(|word| word.telling >= TELLING) {
            moment.deeds.iter().for_each(|&deed| self.share(&Shared::Moment(deed, word.root)));
            if moment.time.expression.clock.is_some() {
                self.share(&Shared::Hour(word.root));
            }
        }
    }

    /// What the number is of, near each word that tells what it is about; what is counted, by whom.
    pub(super) fn figure(&mut self, story: &Story, told: Told, figure: &Figure) {
        for word in figure.occasion.iter().filter(|word| word.telling >= TELLING) {
            figure.of.iter().for_each(|&of| self.share(&Shared::Figure(of, word.root)));
        }
        if let Some(phrase) = &figure.phrase {
            self.share(&Shared::Phrase(phrase));
        }
        if !figure.noun.is_empty() {
            self.share(&Shared::Phrase(&figure.noun));
            lexicon::kinds_of_thing(&figure.noun).for_each(|kind| self.share(&Shared::CountedKind(None, kind)));
        }
        let speaker = told.claim.attribution.as_ref().and_then(|by| by.chain);
        let speaker = speaker.and_then(|chain| story.entity_of(ChainRef { article: told.article, chain }));
        for who in speaker.into_iter().filter(|_| !figure.noun.is_empty()) {
            self.share(&Shared::Counted(who, &figure.noun));
            lexicon::kinds_of_thing(&figure.noun).for_each(|kind| self.share(&Shared::CountedKind(Some(who), kind)));
        }
    }
}
