//! What WordNet knows of a word, in three bytes: features for the models.

use std::sync::LazyLock;

use super::{
    key::Key,
    wordnet::{Synset, wordnet},
    words::{Pos, base_in},
};

/// What a word is used as, and what its commonest senses as a noun and as a verb are kinds of.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Profile {
    /// A bit for each of [`Pos::ALL`], then two bits for the commonest. Bit 6 is set in every word that WordNet has.
    pub parts: u8,
    /// The number of its kind, one of a few dozen; 0 for none of them.
    pub noun: u8,
    /// Stands for the most general verb above it; 0 where there is no verb. Some verbs share a number.
    pub verb: u8,
}

/// The kinds: the number by which the weights know each, and the noun and the sense of it that stand for it. A sense may lie below
/// several: the first counts.
const KINDS: [(u8, &str, usize); 26] = [
    (1, "person", 0),
    (2, "organization", 0),
    (4, "group", 0),
    (5, "location", 0),
    (6, "structure", 0),
    (7, "vehicle", 0),
    (8, "document", 0),
    (9, "artifact", 0),
    (10, "crime", 0),
    (11, "act", 1),
    (12, "event", 0),
    (13, "time period", 0),
    (14, "unit of time", 0),
    (15, "measure", 1),
    (16, "sum of money", 0),
    (17, "possession", 0),
    (18, "communication", 1),
    (19, "animal", 0),
    (20, "plant", 1),
    (21, "illness", 0),
    (22, "feeling", 0),
    (23, "food", 0),
    (24, "cognition", 0),
    (26, "substance", 0),
    (27, "state", 1),
    (28, "attribute", 1),
];

static SYNSETS: LazyLock<Vec<(u8, Option<Synset>)>> = LazyLock::new(|| {
    let sense = |noun: &str, sense: usize| {
        let key = Key::new(noun)?;
        base_in(&key, wordnet().look_up(&key), Pos::Noun)?.usage.senses().nth(sense)
    };
    KINDS.iter().map(|&(number, noun, which)| (number, sense(noun, which))).collect()
});

/// The profile of a word in any inflection and spelling; all zero for a word that WordNet does not have.
pub fn profile(word: &str) -> Profile {
    let Some(key) = Key::new(word) else { return Profile::default() };
    let record = wordnet().look_up(&key);
    let mut profile = Profile::default();
    let mut most = None;
    for pos in Pos::ALL {
        let Some(usage) = base_in(&key, record, pos).map(|base| base.usage) else { continue };
        profile.parts |= 1 << pos as u8 | 64;
        if most.is_none_or(|(count, _)| usage.count > count) {
            most = Some((usage.count, pos));
        }
        // Each step up takes the first of the synsets above; there are no circles, but a limit costs nothing.
        let mut above = std::iter::successors(usage.senses().next(), |&sense| wordnet().parents(sense).next()).take(32);
        match pos {
            Pos::Noun => {
                let kind = above.find_map(|sense| SYNSETS.iter().find(|kind| kind.1 == Some(sense)));
                profile.noun = kind.map_or(0, |kind| kind.0);
            }
            Pos::Verb => profile.verb = above.last().map_or(0, |root| (root.number() % 255) as u8 + 1),
            Pos::Adjective | Pos::Adverb => {}
        }
    }
    profile.parts |= most.map_or(0, |(_, pos)| (pos as u8) << 4);
    profile
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_synset() {
        for ((_, noun, sense), (_, synset)) in KINDS.iter().zip(SYNSETS.iter()) {
            assert!(synset.is_some(), "{noun} {sense}");
        }
    }

    #[test]
    fn alike_words_have_like_profiles() {
        assert_eq!(profile("prosecutors").noun, profile("chef").noun);
        assert_ne!(profile("prosecutors").noun, profile("bridge").noun);
        assert_ne!(profile("walked").verb, 0);
        assert_eq!(profile("quickly").parts & 15, 8);
        assert_eq!(profile("qwertyuiop"), Profile::default());
    }
}
