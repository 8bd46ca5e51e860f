//! The JSON Schema of `hexapla.toml`, derived from what reads the file.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

use super::file::File;
use super::settings;
use crate::diagnostic::SourceText;
use crate::explain;
use crate::locale::UNITED_NATIONS;

/// The schema, by draft 7 of JSON Schema: the newest that editors know for TOML files.
pub fn schema() -> Value {
    let mut schema = derived();
    let more = defaults().map(|(place, value)| (place, "default", value));
    for (place, key, value) in more.into_iter().chain(names()) {
        let part = place.iter().fold(&mut schema, |part, step| &mut part[*step]);
        let part = part.as_object_mut().expect("the settings have it: a test makes the schema");
        part.insert(key.to_owned(), value);
    }
    schema
}

/// The keys that stand above the first line in brackets, and those below each line in brackets.
pub(super) fn keys() -> (Vec<String>, Vec<(String, Vec<String>)>) {
    let mut below = Vec::new();
    let first = collect(&derived(), "", &mut below);
    (first, below)
}

/// The keys of a table, without those that are tables themselves; these go into `below`.
fn collect(table: &Value, name: &str, below: &mut Vec<(String, Vec<String>)>) -> Vec<String> {
    let mut own = Vec::new();
    for (key, part) in table["properties"].as_object().into_iter().flatten() {
        let path = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
        let (header, inner) = if part["properties"].is_object() {
            (format!("[{path}]"), part)
        } else if part["items"]["properties"].is_object() {
            (format!("[[{path}]]"), &part["items"])
        } else {
            own.push(key.clone());
            continue;
        };
        let keys = collect(inner, &path, below);
        below.push((header, keys));
    }
    own
}

/// What the types say.
fn derived() -> Value {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    let generator = settings.with_transform(AsWritten).into_generator();
    let mut schema = generator.into_root_schema_for::<File>();
    schema.insert("title".to_owned(), json!("hexapla.toml"));
    schema.to_value()
}

/// A place in the schema, and what stands there.
type At<T> = (&'static [&'static str], T);

/// The defaults, as an empty file is read.
fn defaults() -> [At<Value>; 11] {
    let empty = settings::parse(Some(&SourceText::new("", "")));
    let one = empty.expect("everything has a default");
    let limits = one.limits;
    [
        (&["properties", "formats"], json!(one.formats)),
        (&["properties", "digits"], json!(one.digits)),
        (&["properties", "text", "properties", "bom"], json!(one.text.bom)),
        (&["properties", "text", "properties", "crlf"], json!(one.text.crlf)),
        (&["properties", "text", "properties", "isolates"], json!(one.text.isolates)),
        (&["properties", "translation", "properties", "stale"], json!(one.stale)),
        (
            &["properties", "translation", "properties", "minimum-translated"],
            json!(one.minimum_translated),
        ),
        (&["properties", "organisation"], json!(one.organisation)),
        (&["properties", "limits", "properties", "text-mib"], json!(limits.text.mib)),
        (&["properties", "limits", "properties", "file-mib"], json!(limits.file.mib)),
        (&["properties", "limits", "properties", "files"], json!(limits.files)),
    ]
}

/// The names that only certain values may have.
fn names() -> [(&'static [&'static str], &'static str, Value); 3] {
    let codes: Vec<_> = explain::pages().map(|page| page.code).collect();
    let keys = UNITED_NATIONS.map(|(key, _, _)| key);
    [
        (
            &["properties", "check", "properties", "severity"],
            "propertyNames",
            json!({ "enum": codes }),
        ),
        (
            &["properties", "check", "properties", "allow", "items", "properties", "code"],
            "enum",
            json!(codes),
        ),
        (&["properties", "locales"], "examples", json!([keys])),
    ]
}

/// TOML has no `null`: what need not be there is left out.
#[derive(Clone, Debug)]
struct AsWritten;

impl Transform for AsWritten {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let is_null = |value: &Value| value == "null" || value["type"] == "null";
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|one| !is_null(one));
            if let [one] = &types[..] {
                let one = one.clone();
                schema.insert("type".to_owned(), one);
            }
        }
        if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
            choices.retain(|one| !is_null(one));
            if let [Value::Object(one)] = &choices[..] {
                let one = one.clone();
                schema.remove("anyOf");
                for (key, value) in one {
                    // What is said of the key counts for more than what is said of its type.
                    schema.ensure_object().entry(key).or_insert(value);
                }
            }
        }
        // Doc comments have lines of source code.
        if let Some(Value::String(said)) = schema.get_mut("description") {
            *said = said
                .split("\n\n")
                .map(|part| part.replace('\n', " "))
                .collect::<Vec<_>>()
                .join("\n\n");
        }
        // Made from Rust's types: a width in bits, and what a missing key is read as.
        schema.remove("format");
        schema.remove("default");
    }
}
