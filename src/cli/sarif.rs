//! Findings as a log in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS).

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::explain::usual;
use super::speech::Log;
use crate::diagnostic::{Diagnostic, Edit, Place, Severity};
use crate::explain;

/// The address by which the schema is known.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log of these findings: one run, the rules that found something, and every result. Columns
/// count characters (Unicode code points), as in all that the program says. A command that could not
/// run says so: without results, its log would otherwise close every alert.
pub(super) fn log(log: &Log) -> String {
    let Log { found, failures } = log;
    let mut codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<_> = codes.iter().map(|code| rule(code)).collect();
    let results: Vec<_> = found.iter().map(|finding| result(finding, &codes)).collect();
    let driver = json!({
        "name": "Hexapla",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "language": "en",
        "rules": rules,
    });
    let mut invocation = json!({ "executionSuccessful": failures.is_empty() });
    if !failures.is_empty() {
        let notifications: Vec<_> = failures.iter().map(notification).collect();
        invocation["toolExecutionNotifications"] = json!(notifications);
    }
    let run = json!({
        "tool": { "driver": driver },
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    serde_json::to_string_pretty(&log).expect("words and numbers can be written")
}

/// Why a command could not run.
fn notification(failure: &Diagnostic) -> Value {
    json!({
        "descriptor": { "id": failure.code },
        "level": level(failure.severity),
        "message": { "text": words(failure) },
    })
}

/// What is said of a finding, and what to do.
fn words(finding: &Diagnostic) -> String {
    let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}"));
    format!("{}{}", finding.message, help.unwrap_or_default())
}

fn rule(code: &str) -> Value {
    let level = level(usual(code));
    let mut rule = json!({ "id": code, "defaultConfiguration": { "level": level } });
    if let Some(page) = explain::page(code) {
        let text = page.text.trim_end();
        rule["shortDescription"] = json!({ "text": page.summary() });
        rule["help"] = json!({ "text": text, "markdown": text });
    }
    rule
}

fn result(finding: &Diagnostic, codes: &[&str]) -> Value {
    let severity = match finding.severity {
        Severity::Error | Severity::Warning => finding.severity,
        Severity::Allowed => usual(finding.code),
    };
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": codes.iter().position(|code| *code == finding.code),
        "level": level(severity),
        "message": { "text": words(finding) },
    });
    result["locations"] = json!([location(finding)]);
    if let Some(fix) = fix(finding) {
        result["fixes"] = json!([fix]);
    }
    if let Some(reason) = &finding.reason {
        result["suppressions"] =
            json!([{ "kind": "external", "status": "accepted", "justification": reason }]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Allowed => "note",
    }
}

/// Where a finding is: in a file, and in which message of which translation. GitHub refuses a log in
/// which one result has no file: what has no place is told of the project's settings.
fn location(finding: &Diagnostic) -> Value {
    let place = finding.place.as_ref().and_then(|place| Some((uri(&place.file)?, region(place))));
    let (uri, region) =
        place.unwrap_or_else(|| ("hexapla.toml".to_owned(), json!({ "startLine": 1 })));
    let artifact = json!({ "uri": uri });
    let mut location =
        json!({ "physicalLocation": { "artifactLocation": artifact, "region": region } });
    if let Some(about) = &finding.about
        && let Some(id) = &about.id
    {
        let parts = [about.release.as_ref(), about.locale.as_ref(), Some(id)];
        let name = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("/");
        location["logicalLocations"] =
            json!([{ "name": id, "fullyQualifiedName": name, "kind": "resource" }]);
    }
    location
}

fn region(place: &Place) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + place.length,
    })
}

fn fix(finding: &Diagnostic) -> Option<Value> {
    let Edit { replacement, replaced, range: _ } = finding.fix.as_ref()?;
    let replaced = replaced.as_ref()?;
    let uri = uri(&finding.place.as_ref()?.file)?;
    let region = json!({
        "startLine": replaced.start.0,
        "startColumn": replaced.start.1,
        "endLine": replaced.end.0,
        "endColumn": replaced.end.1,
    });
    let replacement =
        json!({ "deletedRegion": region, "insertedContent": { "text": replacement } });
    let change = json!({ "artifactLocation": { "uri": uri }, "replacements": [replacement] });
    Some(json!({ "artifactChanges": [change] }))
}

/// The address of a file as the user would write its path (RFC 3986); none for what is built in.
fn uri(file: &str) -> Option<String> {
    if file.starts_with('(') {
        return None;
    }
    let mut uri = String::new();
    if file.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in file.strip_prefix("./").unwrap_or(file).bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    Some(uri)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{SourceText, Subject};

    #[test]
    fn a_finding_is_a_result() {
        let source = SourceText::new("locales/ar/مياه 1.ftl", "a = السلام\nb = 中  文\n");
        let start = source.text().find("  ").expect("it is there");
        let mut finding = Diagnostic::warning("link-vague", "two spaces")
            .at(source.place(start..start + 2))
            .fix(start..start + 2, " ");
        let edit = finding.fix.as_mut().expect("it has one");
        edit.replaced = source.replaced(start..start + 2).map(Box::new);
        let locale = Some("ar".to_owned());
        let about = Subject { release: None, locale, id: Some("b".to_owned()) };
        finding.about = Some(Box::new(about));
        finding.severity = Severity::Allowed;
        finding.reason = Some("原文如此".into());
        let found = Log { found: vec![finding], failures: Vec::new() };
        let log: Value = serde_json::from_str(&log(&found)).expect("it is JSON");
        assert_eq!(log["runs"][0]["invocations"][0], json!({ "executionSuccessful": true }));
        let result = &log["runs"][0]["results"][0];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "locales/ar/%D9%85%D9%8A%D8%A7%D9%87%201.ftl");
        let region = json!({ "startLine": 2, "startColumn": 6, "endColumn": 8 });
        assert_eq!(place["region"], region);
        assert_eq!(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "ar/b");
        assert_eq!(result["suppressions"][0]["justification"], "原文如此");
        let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        let region = json!({ "startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 8 });
        assert_eq!(change["deletedRegion"], region);
        let nowhere = Log { found: vec![Diagnostic::error("x", "y")], failures: Vec::new() };
        let nowhere: Value = serde_json::from_str(&super::log(&nowhere)).expect("it is JSON");
        let place = &nowhere["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "hexapla.toml");
        // The level is the usual one of that code, and what it means stands beside the rule.
        assert_eq!(result["level"], level(usual("link-vague")));
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][0];
        assert!(rule["help"]["markdown"].as_str().is_some_and(|text| text.contains("WCAG")));
    }

    #[test]
    fn addresses_of_files() {
        assert_eq!(uri("./a/b.ftl").as_deref(), Some("a/b.ftl"));
        assert_eq!(uri("/a b").as_deref(), Some("file:///a%20b"));
        assert_eq!(uri("(built in) ar/hexapla.ftl"), None);
    }
}
