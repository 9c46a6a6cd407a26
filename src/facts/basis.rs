//! Why a mention is in its chain: the pass of the sieve that decided.

/// Which pass sorted a mention, as a person who wonders about it wants to know. Surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Basis {
    /// A person says so.
    Told,
    /// A name of two words or more.
    FullName,
    /// Part of a full name, or letters of it.
    ShortName,
    /// The article gives it as another name.
    Alias,
    /// A name of one word that no full name has.
    LoneName,
    /// A word whose capital proves nothing, in a headline say, and that somebody else's name is.
    HiddenName,
    /// A name of its own within a longer one or a word: "University of Halvik", "Halvik-based".
    Within,
    /// The role that stands beside the name.
    RoleBeside,
    /// The office or kind that one alone has here.
    Role,
    /// What somebody is said to be: "she is the mayor".
    Attribute,
    /// The reflexive of a clause's subject.
    Reflexive,
    /// "I" in somebody's own words.
    Speaker,
    /// Whose relative somebody is: "his uncle".
    Kin,
    /// The namesake from whom somebody is told apart.
    Namesake,
    /// After whom something is named.
    Eponym,
    /// A description of somebody spoken of before.
    Description,
    /// The most present of those that a pronoun can stand for.
    Salience,
}

impl Basis {
    /// The evidence in words.
    pub fn describe(self) -> &'static str {
        match self {
            Basis::Told => "story.toml or a mark in the draft says so",
            Basis::FullName => "full name",
            Basis::ShortName => "short form of a full name",
            Basis::Alias => "given as another name",
            Basis::LoneName => "name of one word, part of no full name here",
            Basis::HiddenName => "same word as a name, where a capital proves nothing",
            Basis::Within => "name of its own within a longer name or a word",
            Basis::RoleBeside => "role beside the name",
            Basis::Role => "the only one here with this role or of this kind",
            Basis::Attribute => "what somebody is said to be",
            Basis::Reflexive => "reflexive of the clause's subject",
            Basis::Speaker => "first person in the speaker's own words",
            Basis::Kin => "relative of somebody here",
            Basis::Namesake => "the namesake whom somebody is said to be no relative of",
            Basis::Eponym => "after whom something here is named",
            Basis::Description => "description that fits somebody spoken of, or speaks of somebody new",
            Basis::Salience => "most present of those that agree in number, gender and kind",
        }
    }
}
