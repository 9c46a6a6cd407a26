//! Agreement: both articles tell the same event.

use super::{Finding, Story, Told};
use crate::{
    compare::{
        count::counts_clash,
        gate::{ENOUGH, NOBODY, common},
    },
    facts::{Content, Event, Part, Party},
    language::lexicon::{self, Stance},
};

/// Compares two statements; they agree when they tell the same event, neither denies it, and they count the same.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&a.claim.event, &b.claim.event);
    // The gate asks for one deed too, but what is asked before it costs more.
    if !x.same_deed(y)
        || x.negated != y.negated
        || x.mood != y.mood
        || says_nothing(x)
        || says_nothing(y)
        || counts_clash(story, a, b)
    {
        return None;
    }
    let common = common(story, a, b, None)?;
    (common.weight > ENOUGH || happens_to_nobody(x) && happens_to_nobody(y)).then_some(Finding::Agree)
}

/// "Nobody died": of a whole story that is one thing, whoever tells it.
fn happens_to_nobody(event: &Event) -> bool {
    let nobody = |party: &Party| party.part == Part::Patient && NOBODY.contains(&party.noun.as_str());
    event.negated && !event.usual && matches!(event.parties.as_slice(), [party] if nobody(party))
}

/// "She said", "she said that it was so": what is told stands in another clause, and is a claim of its own.
fn says_nothing(event: &Event) -> bool {
    let patient = event.parties(&Part::Patient).next().is_some();
    let reports = lexicon::stances(&event.predicate).first();
    matches!(reports, Some(Stance::Asserts | Stance::Claims)) && !patient
}
