//! What the articles call somebody or something without a name: descriptions that may be the same, or fit a name.

use smol_str::SmolStr;

use crate::facts::Chain;

/// Nouns for whatever office or group the talk is of, here one and there another.
const ANYTHING: &[&str] = &[
    "agency",
    "campaign",
    "company",
    "department",
    "firm",
    "group",
    "office",
    "party",
    "service",
    "staff",
    "team",
    "unit",
];

/// A description fits the other's name or is the same as its description: "the armory" and "Otis Hill Armory".
pub fn described(a: &Chain, b: &Chain) -> bool {
    let fits = |description: &Chain, named: &Chain| {
        let ends = |name: &SmolStr, form: &SmolStr| name.strip_suffix(form.as_str()).is_some_and(|r| r.ends_with(' '));
        description.identity.described
            && !named.identity.described
            && !description.identity.forms.iter().any(|form| ANYTHING.contains(&form.as_str()))
            && description.identity.forms.iter().any(|form| named.identity.forms.iter().any(|name| ends(name, form)))
    };
    a.identity.described && b.identity.described && shares_description(a, b) || fits(a, b) || fits(b, a)
}

/// Two descriptions are the same, or one says more than the other: "the curtain" and "the painted curtain".
fn shares_description(a: &Chain, b: &Chain) -> bool {
    a.identity.forms.iter().any(|x| {
        let known = a.identity.definite && b.identity.definite;
        let alike = |y: &SmolStr| known && kind_word(x) == kind_word(y) && (within(x, y) || within(y, x));
        b.identity.forms.iter().any(|y| x == y || alike(y))
    })
}

/// Something of one kind is named after both: "a general" and "her late father".
pub fn shares_namesake(a: &Chain, b: &Chain) -> bool {
    let told =
        |chain: &Chain, form: &SmolStr| chain.identity.forms.contains(form) || chain.identity.roles.contains(form);
    let all = a.identity.forms.iter().chain(&a.identity.roles);
    all.filter(|form| kind_word(form) == "namesake").any(|form| told(b, form))
}

/// A description fits what the other article calls somebody: "the night watchman" and "the watchman, Tibor".
pub fn has_role(a: &Chain, b: &Chain) -> bool {
    let fits = |description: &Chain, person: &Chain| {
        description.identity.forms.iter().any(|form| {
            person.identity.roles.iter().any(|role| {
                let past = role.split(' ').any(|word| matches!(word, "former" | "ex" | "late"));
                let known = description.identity.definite || form == role;
                !past && known && kind_word(form) == kind_word(role) && (within(form, role) || within(role, form))
            })
        })
    };
    fits(a, b) || fits(b, a)
}

/// Whether each word of one description is in the other.
fn within(x: &str, y: &str) -> bool {
    x.split(' ').all(|word| y.split(' ').any(|other| is_spelt(other) == is_spelt(word)))
}

/// The word that says what somebody or something is, as Americans spell it.
pub fn kind_word(form: &str) -> SmolStr {
    is_spelt(form.rsplit(' ').next().unwrap_or(form))
}

/// A word as Americans spell it: "theatre" → "theater", "harbour" → "harbor".
fn is_spelt(word: &str) -> SmolStr {
    let ending = |british: &str, american: &str| word.strip_suffix(british).map(|stem| [stem, american].concat());
    ending("tre", "ter").or_else(|| ending("our", "or")).map_or_else(|| word.into(), SmolStr::from)
}
