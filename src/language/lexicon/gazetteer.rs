//! What well-known names name, from WordNet's instances and our tables of places.

use super::{
    key::Key,
    places,
    wordnet::{Naming, wordnet},
};

/// What a name names.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum NameKind {
    Person,
    Place,
    Organisation,
    /// An event, work, holiday or other named thing; or members of a people, faith or party.
    Other,
}

impl NameKind {
    /// In the order in which the table counts them.
    pub const ALL: [NameKind; 4] = [NameKind::Person, NameKind::Place, NameKind::Organisation, NameKind::Other];
}

/// What `name`, of one word or several and written large, most commonly names, if it is well known. "May" is no such name;
/// surnames of the famous are ("Churchill"), so weigh the context.
///
/// ```
/// use twosource::language::lexicon::{NameKind, gazetteer};
///
/// assert_eq!(gazetteer("New York"), Some(NameKind::Place));
/// assert_eq!(gazetteer("Supreme Court"), Some(NameKind::Organisation));
/// assert_eq!(gazetteer("Danube"), Some(NameKind::Place));
/// assert_eq!(gazetteer("who"), None);
/// ```
pub fn gazetteer(name: &str) -> Option<NameKind> {
    if places(name).next().is_some() {
        return Some(NameKind::Place);
    }
    naming(name).and_then(Naming::kind)
}

/// Whether `name` is known to name something of this kind, commonly or not: "Washington" names a person too.
pub fn may_name(name: &str, kind: NameKind) -> bool {
    (kind == NameKind::Place && places(name).next().is_some())
        || naming(name).is_some_and(|naming| naming.may_be(kind) || naming.kind() == Some(kind))
}

fn naming(name: &str) -> Option<Naming> {
    let naming = wordnet().look_up(&Key::new(name)?)?.naming()?;
    let is_capitals = !name.contains(char::is_lowercase);
    (is_capitals || !naming.needs_capitals()).then_some(naming)
}
