//! What is known of somebody or something while an article is read: the attributes that the mentions of a chain share.

use smol_str::SmolStr;

use super::{phrase::Phrase, pronoun::Person};
use crate::{
    facts::{Chain, EntityKind, name::genders_clash},
    language::lexicon::{self, Class, Gender},
};

/// What a pronoun or description has to agree with.
#[derive(Clone, Debug)]
pub struct Profile {
    pub sort: Sort,
    /// As titles, roles and pronouns tell.
    pub gender: Option<Gender>,
    /// That bearers of the given name usually have.
    pub likely: Option<Gender>,
    /// What it is called: the nouns of its roles, appositions and descriptions.
    pub nouns: Vec<SmolStr>,
    /// It has no name in the article.
    pub described: bool,
    /// Its name is a single word.
    pub lone: bool,
    /// Its name has "the" before it.
    pub takes_article: bool,
}

/// What pronouns tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Person,
    /// Several people under one name: it or they.
    Body,
    Place,
    Thing,
    /// A name that nothing tells about.
    Unknown,
    /// More than one: they.
    Several,
}

impl Profile {
    /// What the names and roles of a chain tell.
    pub fn of(chain: &Chain) -> Profile {
        let identity = &chain.identity;
        let mut nouns: Vec<SmolStr> = identity.roles.iter().flat_map(|role| role_nouns(role)).collect();
        if identity.described {
            nouns.extend(identity.forms.iter().map(|form| last_word(form).into()));
        }
        if chain.kind != EntityKind::Person && !identity.described {
            let several = identity.forms.iter().filter(|form| form.contains(' '));
            nouns.extend(several.map(|form| kind_word(form).into()));
        }
        let told = nouns.iter().find_map(|n| lexicon::noun_gender(n));
        let gender = identity.person.as_ref().and_then(|p| p.gender).or(told);
        let likely = identity.person.as_ref().and_then(|p| p.likely_gender()).filter(|g| *g != Gender::Either);
        let sort = match chain.kind {
            EntityKind::Person => Sort::Person,
            EntityKind::Organisation => Sort::Body,
            EntityKind::Place => Sort::Place,
            EntityKind::Other if identity.described => nouns.last().map_or(Sort::Thing, |n| sort(n)),
            EntityKind::Other => Sort::Unknown,
        };
        let gender = gender.filter(|g| *g != Gender::Either);
        let lone = !chain.name.contains(' ');
        Profile { sort, gender, likely, nouns, described: identity.described, lone, takes_article: false }
    }

    /// What a description tells of what it introduces.
    pub fn described(phrase: &Phrase) -> Profile {
        Profile {
            sort: phrase.sort,
            gender: phrase.gender,
            likely: None,
            nouns: vec![phrase.noun.clone()],
            described: true,
            lone: false,
            takes_article: false,
        }
    }

    /// Adds a noun that it is called by.
    pub fn call(&mut self, noun: SmolStr) {
        if self.sort == Sort::Person && self.gender.is_none() {
            self.gender = lexicon::noun_gender(&noun);
        }
        let fits = self.sort != Sort::Person || is_person(&noun);
        if fits && !noun.is_empty() && !self.nouns.contains(&noun) {
            self.nouns.push(noun);
        }
    }

    /// Whether only the look of a single word speaks for a person: no title, given name, role or pronoun does.
    pub fn is_hardly_a_person(&self) -> bool {
        self.sort == Sort::Person && self.lone && self.gender.or(self.likely).is_none() && self.nouns.is_empty()
    }

    /// Whether nothing tells what it is: no word of its name is one of the dictionary, and it is called nothing else.
    pub fn is_untold(&self) -> bool {
        self.nouns.iter().all(|noun| !lexicon::is_word(noun))
    }

    /// Whether its name has an article, as ships' names have, and is none that is known to be something else's.
    pub fn may_be_a_vessel(&self) -> bool {
        self.takes_article && matches!(self.sort, Sort::Unknown | Sort::Place)
    }

    /// Whether it is an organisation and no building of one: "the trust", not "the theatre".
    pub fn is_bodiless(&self) -> bool {
        self.sort == Sort::Body && !self.nouns.iter().any(|noun| lexicon::is_a(noun, Class::Structure, 2))
    }

    /// Whether it is called a ship or a boat.
    pub fn is_vessel(&self) -> bool {
        self.nouns.iter().any(|noun| lexicon::is_vessel(noun))
    }

    /// How well a pronoun of the third person agrees, in hundredths; `None` where it cannot stand for this.
    pub fn agreement(&self, person: Person) -> Option<i32> {
        if genders_clash(self.gender, person.gender()) {
            return None;
        }
        let likely = match (self.gender.or(self.likely), person.gender()) {
            (None, _) | (_, None) => 85,
            (Some(a), Some(b)) if a == b => 100,
            // A given name may be anybody's.
            _ => 30,
        };
        match (person, self.sort) {
            (Person::He | Person::She, Sort::Person) => Some(likely),
            (Person::He | Person::She, Sort::Unknown) => Some(if self.gender.is_some() { likely } else { likely / 2 }),
            (Person::It, Sort::Body | Sort::Thing) => Some(100),
            (Person::It, Sort::Unknown) if self.gender.is_none() => Some(80),
            (Person::It, Sort::Place) => Some(60),
            (Person::They, Sort::Several) => Some(100),
            (Person::They, Sort::Body) => Some(50),
            _ => None,
        }
    }
}

/// The nouns of a role that say what somebody is, abbreviations written out: of "detective inspector" both.
fn role_nouns(role: &str) -> impl Iterator<Item = SmolStr> {
    let last = last_word(role);
    role.split(' ').filter(move |word| *word == last || is_person(word)).flat_map(|word| {
        let long = lexicon::title_in_full(word).map(SmolStr::from);
        long.into_iter().chain([SmolStr::from(word)])
    })
}

/// The word of a name that says what it names: the last one, or the one before "of" and the like.
fn kind_word(form: &str) -> &str {
    let before = form.split(' ').take_while(|w| !matches!(*w, "of" | "for" | "on" | "against"));
    before.last().unwrap_or(form)
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

/// What a common noun stands for.
pub fn sort(noun: &str) -> Sort {
    if is_person(noun) && !lexicon::is_collective(noun) {
        Sort::Person
    } else if !lexicon::organisation_kinds(noun).is_empty()
        || matches!(noun, "body" | "unit" | "watchdog")
        || lexicon::is_a(noun, Class::Organisation, 3)
    {
        Sort::Body
    } else if lexicon::is_collective(noun) {
        Sort::Several
    } else if lexicon::is_a(noun, Class::Group, 1) {
        Sort::Body
    } else if lexicon::is_a(noun, Class::Place, 1) {
        Sort::Place
    } else {
        Sort::Thing
    }
}

/// Whether a noun says what somebody is: an office, a relative, any kind of person.
pub fn is_person(noun: &str) -> bool {
    lexicon::kinship(noun).is_some() || lexicon::is_a(noun, Class::Person, 1) || lexicon::is_role_head(noun)
}

/// Whether a noun is for people alone: a "maker" and a "carrier" may be companies.
pub fn is_only_person(noun: SmolStr) -> bool {
    is_person(&noun) && !lexicon::is_a(&noun, Class::Group, 5)
}
