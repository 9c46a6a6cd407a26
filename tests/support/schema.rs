//! The protocol's own description, and whether a value is what it describes.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let model = include_str!("../data/lsp-metamodel.json");
    serde_json::from_str(model).expect("the protocol's description can be read")
});

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Model {
    pub requests: Vec<Method>,
    pub notifications: Vec<Method>,
    structures: Vec<Structure>,
    enumerations: Vec<Enumeration>,
    type_aliases: Vec<Alias>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Method {
    pub method: String,
    pub message_direction: String,
    pub client_capability: Option<String>,
    pub params: Option<Type>,
    pub result: Option<Type>,
}

#[derive(Deserialize)]
struct Structure {
    name: String,
    #[serde(default)]
    extends: Vec<Type>,
    #[serde(default)]
    mixins: Vec<Type>,
    properties: Vec<Property>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    r#type: Type,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Enumeration {
    name: String,
    r#type: Type,
    values: Vec<Entry>,
    #[serde(default)]
    supports_custom_values: bool,
}

#[derive(Deserialize)]
struct Entry {
    value: Value,
}

#[derive(Deserialize)]
struct Alias {
    name: String,
    r#type: Type,
}

#[derive(Deserialize)]
pub struct Literal {
    properties: Vec<Property>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Type {
    Base { name: String },
    Reference { name: String },
    Array { element: Box<Type> },
    Map { key: Box<Type>, value: Box<Type> },
    And { items: Vec<Type> },
    Or { items: Vec<Type> },
    Tuple { items: Vec<Type> },
    Literal { value: Literal },
    StringLiteral { value: String },
}

/// All properties of a structure, inherited ones with them.
fn properties(structure: &'static Structure) -> Vec<&'static Property> {
    let parents = structure.extends.iter().chain(&structure.mixins);
    let inherited = parents.filter_map(|parent| match parent {
        Type::Reference { name } => MODEL.structures.iter().find(|s| s.name == *name),
        _ => None,
    });
    inherited.flat_map(properties).chain(&structure.properties).collect()
}

/// Adds what is wrong with `value` as a value of this type.
pub fn check(value: &Value, kind: &'static Type, path: &str, faults: &mut Vec<String>) {
    let expected = |name: &str| format!("{path}: expected {name}, found {}", shortened(value));
    match kind {
        Type::Base { name } => {
            if !is_base(value, name) {
                faults.push(expected(name));
            }
        }
        Type::Reference { name } => reference(value, name, path, faults),
        Type::Array { element } => match value.as_array() {
            Some(items) => {
                for (i, item) in items.iter().enumerate() {
                    check(item, element, &format!("{path}[{i}]"), faults);
                }
            }
            None => faults.push(expected("an array")),
        },
        Type::Map { key, value: kind } => match value.as_object() {
            Some(members) => {
                for (name, member) in members {
                    check(&Value::String(name.clone()), key, &format!("{path}.<key>"), faults);
                    check(member, kind, &format!("{path}.{name}"), faults);
                }
            }
            None => faults.push(expected("an object")),
        },
        Type::And { items } => {
            let structures = items.iter().filter_map(|item| match item {
                Type::Reference { name } => MODEL.structures.iter().find(|s| s.name == *name),
                _ => None,
            });
            object(value, &structures.flat_map(properties).collect::<Vec<_>>(), path, faults);
        }
        Type::Or { items } => {
            let attempts = items.iter().map(|item| {
                let mut faults = Vec::new();
                check(value, item, path, &mut faults);
                faults
            });
            // The attempt that got furthest tells most.
            let best = attempts.min_by_key(|faults| match faults.iter().map(String::len).max() {
                None => (false, usize::MAX),
                Some(deepest) => (true, usize::MAX - deepest),
            });
            faults.extend(best.unwrap_or_default());
        }
        Type::Tuple { items } => match value.as_array() {
            Some(values) if values.len() == items.len() => {
                for (value, item) in values.iter().zip(items) {
                    check(value, item, path, faults);
                }
            }
            _ => faults.push(expected("a tuple")),
        },
        Type::Literal { value: literal } => {
            object(value, &literal.properties.iter().collect::<Vec<_>>(), path, faults);
        }
        Type::StringLiteral { value: literal } => {
            if value != literal {
                faults.push(expected(literal));
            }
        }
    }
}

fn reference(value: &Value, name: &str, path: &str, faults: &mut Vec<String>) {
    if ["LSPAny", "LSPObject", "LSPArray"].contains(&name) {
    } else if let Some(structure) = MODEL.structures.iter().find(|s| s.name == name) {
        object(value, &properties(structure), path, faults);
    } else if let Some(alias) = MODEL.type_aliases.iter().find(|a| a.name == name) {
        check(value, &alias.r#type, path, faults);
    } else if let Some(enumeration) = MODEL.enumerations.iter().find(|e| e.name == name) {
        check(value, &enumeration.r#type, path, faults);
        if !enumeration.supports_custom_values && !enumeration.values.iter().any(|entry| entry.value == *value) {
            faults.push(format!("{path}: {} is no {name}", shortened(value)));
        }
    } else {
        faults.push(format!("{path}: nothing is known about {name}"));
    }
}

fn object(value: &Value, properties: &[&'static Property], path: &str, faults: &mut Vec<String>) {
    let Some(members) = value.as_object() else {
        faults.push(format!("{path}: expected an object, found {}", shortened(value)));
        return;
    };
    let unknown = members.keys().filter(|name| !properties.iter().any(|p| p.name == **name));
    faults.extend(unknown.map(|name| format!("{path}.{name}: unknown member")));
    for property in properties {
        match members.get(&property.name) {
            Some(member) => check(member, &property.r#type, &format!("{path}.{}", property.name), faults),
            None if property.optional => {}
            None => faults.push(format!("{path}.{}: missing", property.name)),
        }
    }
}

fn is_base(value: &Value, name: &str) -> bool {
    let integer = |range: std::ops::Range<i64>| value.as_i64().is_some_and(|number| range.contains(&number));
    match name {
        "uinteger" => integer(0..1 << 31),
        "integer" => integer(-(1 << 31)..1 << 31),
        "decimal" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "DocumentUri" | "URI" => value.as_str().is_some_and(is_uri),
        _ => value.is_string(),
    }
}

fn is_uri(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|s| s.starts_with(|c: char| c.is_ascii_alphabetic()))
        && text.chars().all(|c| c.is_ascii_graphic())
}

fn shortened(value: &Value) -> String {
    let text = value.to_string();
    text.chars().take(60).collect()
}
