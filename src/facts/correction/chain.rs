//! Chains as people describe them, and what is left of those that mentions were taken from.

use smol_str::SmolStr;

use crate::{
    annotation::{Kind, Known},
    facts::{
        Chain, EntityKind, Identity, MentionId,
        name::{PersonName, fold},
    },
    language::lexicon,
};

/// A chain that lost mentions: without names that are not in it any more.
pub fn reduced(old: &Chain, names: &[String]) -> Chain {
    let mut chain = old.clone();
    let Some(longest) = names.iter().max_by_key(|name| name.chars().count()) else {
        return chain;
    };
    if !names.iter().any(|name| *name == old.name) {
        chain.name = longest.into();
        let gender = old.identity.person.as_ref().and_then(|person| person.gender);
        chain.identity.person = old.identity.person.as_ref().map(|_| PersonName::new(longest, gender));
        chain.identity.forms = Vec::new();
    }
    for name in names.iter().map(|name| fold(name)) {
        if !chain.identity.forms.contains(&name) {
            chain.identity.forms.push(name);
        }
    }
    chain
}

/// The chain of an entity as a person describes it, with what the article adds.
pub fn declared(known: &Known, from: &[&Chain]) -> Chain {
    let kinds = from.iter().filter(|chain| !chain.identity.described).map(|chain| chain.kind);
    let kind = match known.kind {
        Some(Kind::Person) => EntityKind::Person,
        Some(Kind::Organisation) => EntityKind::Organisation,
        Some(Kind::Place) => EntityKind::Place,
        Some(Kind::Other) => EntityKind::Other,
        None => kinds.into_iter().find(|kind| *kind != EntityKind::Other).unwrap_or(EntityKind::Other),
    };
    let people = || from.iter().filter_map(|chain| chain.identity.person.as_ref());
    let person = (kind == EntityKind::Person).then(|| {
        let mut person = PersonName::new(&known.name, people().find_map(|person| person.gender));
        for name in people().flat_map(|person| &person.nicknames) {
            if !person.nicknames.contains(name) {
                person.nicknames.push(name.clone());
            }
        }
        person
    });
    let not: Vec<SmolStr> = known.not.iter().map(|name| fold(name)).collect();
    let mut forms: Vec<SmolStr> = Vec::new();
    let given = [&known.name].into_iter().chain(&known.aliases).map(|name| fold(name));
    let said = from.iter().filter(|c| !c.identity.described).flat_map(|c| c.identity.forms.iter().cloned());
    for form in given.chain(said) {
        if !forms.contains(&form) && !not.contains(&form) {
            forms.push(form);
        }
    }
    let mut roles: Vec<SmolStr> = from.iter().flat_map(|chain| chain.identity.roles.iter().cloned()).collect();
    roles.dedup();
    let declared = Some(known.id.clone());
    let identity = Identity { person, forms, roles, described: false, definite: false, declared, apart: None };
    Chain { kind, name: known.name.clone(), identity, mentions: Vec::new(), introduction: MentionId(0) }
}

/// The chain of something that is not the entity it was taken for.
pub fn apart(old: &Chain, words: &str, id: &SmolStr) -> Chain {
    let named = words.starts_with(char::is_uppercase);
    let person = old.identity.person.as_ref().filter(|_| named && lexicon::organisation_kinds(words).is_empty());
    let gender = person.and_then(|person| person.gender);
    let identity = Identity {
        person: person.filter(|_| words.contains(' ')).map(|_| PersonName::new(words, gender)),
        forms: vec![fold(words)],
        roles: Vec::new(),
        described: !named,
        definite: false,
        declared: None,
        apart: Some(id.clone()),
    };
    Chain { kind: EntityKind::Other, name: words.into(), identity, mentions: Vec::new(), introduction: MentionId(0) }
}
