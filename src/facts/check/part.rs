//! A part that is larger than the whole it is of: "15 of the 12 captains".

use super::{Check, CheckKind, Read};
use crate::{
    language::number::{Bound, Unit},
    text::Span,
};

/// Looks at every number that is said to be of another one, and is larger.
pub fn checks(read: &Read, found: &mut Vec<Check>) {
    for place in read.sentences {
        for part in &place.sentence.quantities {
            let Some(of) = part.of else { continue };
            if part.weak || part.unit != Unit::Count || !is_plain(part.bound) {
                continue;
            }
            let inside = |span: Span| of.contains(span);
            let Some(all) = place.sentence.quantities.iter().find(|q| inside(q.number)) else { continue };
            if all.weak || all.unit != Unit::Count || all.bound != Bound::Exact || part.value <= all.value {
                continue;
            }
            // "Of the one", "of the first": no whole that was counted.
            if all.value < 2.into() {
                continue;
            }
            found.push(Check {
                kind: CheckKind::Part,
                at: place.to_source(read.prose, part.number),
                with: place.to_source(read.prose, of),
                why: format!("{} is more than {}", part.describe(), all.describe()),
            });
        }
    }
}

fn is_plain(bound: Bound) -> bool {
    matches!(bound, Bound::Exact | Bound::About | Bound::AtLeast | Bound::MoreThan | Bound::JustOver)
}
