//! Names of the same form, and the bearers that forms are sorted under.

use smol_str::SmolStr;

use crate::facts::{
    EntityKind,
    name::{Evidence, PersonName, fold},
};

/// Somebody or something that bears names in an article: a chain in the making.
#[derive(Clone, Debug)]
pub struct Bearer {
    /// The fullest form so far, as written.
    pub name: SmolStr,
    pub evidence: Evidence,
    /// Set while the bearer counts as a person.
    pub person: Option<PersonName>,
    /// All forms, folded, the full one first.
    pub forms: Vec<SmolStr>,
    /// The first named mention that has the full form.
    pub first: usize,
    /// Words beside the name say that it is no relation of another of the same surname.
    pub unrelated: bool,
    /// Comes second to another of the surname, whom the surname alone goes on to mean: his wife, his son, "Lee and Ann Lee".
    pub second: bool,
    /// What the article calls a person, folded, without what follows a preposition.
    pub roles: Vec<SmolStr>,
    /// Has no name in the article, only descriptions.
    pub described: bool,
}

impl Bearer {
    /// The bearer of a name seen for the first time in mention `first`.
    pub fn new(name: &str, evidence: Evidence, person: Option<PersonName>, first: usize) -> Bearer {
        Bearer {
            name: name.into(),
            evidence,
            person,
            forms: vec![fold(name)],
            first,
            unrelated: false,
            second: false,
            roles: Vec::new(),
            described: false,
        }
    }

    /// The kind that all evidence so far speaks for.
    pub fn kind(&self) -> EntityKind {
        if self.person.is_some() { EntityKind::Person } else { self.evidence.kind() }
    }

    /// Adds a form of the name.
    pub fn add_form(&mut self, folded: SmolStr) {
        if !self.forms.contains(&folded) {
            self.forms.push(folded);
        }
    }

    /// Whether the bearer has the form already.
    pub fn has_form(&self, folded: &str) -> bool {
        self.forms.iter().any(|f| f == folded)
    }
}
