//! Somebody's age that does not go with the year of birth.

use std::collections::HashMap;

use super::{Check, CheckKind, Read};
use crate::facts::{ChainId, Claim, Content, Part, date::Days};

/// Looks at ages given for the day of publication: in sentences that speak of no other year.
pub fn checks(read: &Read, found: &mut Vec<Check>) {
    let Some(published) = read.published else { return };
    let mut births: HashMap<ChainId, (&Claim, Days)> = HashMap::new();
    for claim in read.claims.iter().filter(|claim| matches!(claim.event.predicate.as_str(), "bear" | "born")) {
        if let (Content::Time(time), [party]) = (&claim.content, &known(claim)[..])
            && let Some(days) = time.days
        {
            births.entry(*party).or_insert((claim, days));
        }
    }
    for claim in read.claims {
        let (Content::Age(age), [person]) = (&claim.content, &known(claim)[..]) else { continue };
        let Some((birth, born)) = births.get(person) else { continue };
        let dates = read.dates.iter().filter(|date| date.sentence == claim.sentence);
        let elsewhen = dates.filter_map(|date| date.time.days).any(|days| {
            days != *born && (days.first.year() != published.year() || days.last.year() != published.year())
        });
        let before_birthday = |day: jiff::civil::Date| (published.month(), published.day()) < (day.month(), day.day());
        let years =
            |day: jiff::civil::Date| i128::from(published.year() - day.year()) - i128::from(before_birthday(day));
        let (least, most) = (years(born.last), years(born.first));
        if elsewhen || !age.value.is_integer() || (least - 1..=most + 1).contains(&age.value.to_integer()) {
            continue;
        }
        let shown = if least == most { format!("{most}") } else { format!("{least} or {most}") };
        let why = format!("that makes {shown} on the day of publication");
        found.push(Check { kind: CheckKind::Age, at: claim.span, with: birth.span, why });
    }
}

/// Of whom it is said, as far as known: somebody is born somewhere, and the place is not meant.
fn known(claim: &Claim) -> Vec<ChainId> {
    let own = claim.event.parties.iter().filter(|party| matches!(party.part, Part::Agent | Part::Patient));
    own.filter_map(|party| party.chain).collect()
}
