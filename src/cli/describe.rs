//! `twosource describe`: the settings, for programs that make an editor's list of settings of them.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::{Outcome, output};
use crate::features::Config;

/// Prints `{ "settings": { "a.b": { type, default, description, enum, enumDescriptions } } }`.
pub fn run() -> anyhow::Result<Outcome> {
    let description = json!({ "settings": settings()? });
    output::print(&format!("{}\n", serde_json::to_string_pretty(&description)?))?;
    Ok(Outcome::NothingOpen)
}

/// Every setting by its path.
fn settings() -> anyhow::Result<Map<String, Value>> {
    let generator = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true).into_generator();
    let schema = generator.into_root_schema_for::<Config>();
    let mut found = Map::new();
    collect("", &serde_json::to_value(schema)?, &serde_json::to_value(Config::default())?, &mut found);
    Ok(found)
}

fn collect(path: &str, schema: &Value, default: &Value, found: &mut Map<String, Value>) {
    let Some(members) = schema["properties"].as_object() else {
        found.insert(path.to_owned(), setting(schema, default));
        return;
    };
    for (key, schema) in members {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        collect(&path, schema, &default[key], found);
    }
}

/// One setting. Values with a comment of their own are alternatives in a schema, those without are listed.
fn setting(schema: &Value, default: &Value) -> Value {
    let mut setting = json!({
        "type": schema.get("type").cloned().unwrap_or_else(|| json!("string")),
        "default": default,
        "description": text(&schema["description"]),
    });
    let mut values = Vec::new();
    for alternative in schema["oneOf"].as_array().into_iter().flatten() {
        let listed = alternative["enum"].as_array().into_iter().flatten().chain(alternative.get("const"));
        values.extend(listed.map(|value| (value.clone(), text(&alternative["description"]))));
    }
    values.extend(schema["enum"].as_array().into_iter().flatten().map(|value| (value.clone(), String::new())));
    if !values.is_empty() {
        let (values, descriptions): (Vec<_>, Vec<_>) = values.into_iter().unzip();
        if descriptions.iter().any(|description| !description.is_empty()) {
            setting["enumDescriptions"] = json!(descriptions);
        }
        setting["enum"] = json!(values);
    }
    setting
}

/// A comment as one line.
fn text(comment: &Value) -> String {
    comment.as_str().unwrap_or_default().replace('\n', " ")
}
