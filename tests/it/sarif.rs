//! What a SARIF log says. That it is valid is proven by `tests/validators/sarif.mjs`.

use std::process::Command;

use serde_json::Value;

fn log(project: &str) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    let arguments = ["check", "--message-format", "sarif", "--project", project];
    let output = command.args(arguments).output().unwrap();
    // Nothing but the log, so that it can be put into a file.
    assert!(output.stderr.is_empty());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_log_says_all_that_is_known() {
    let log = log("tests/cli/judged");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let of = |code: &str| results.iter().find(|result| result["ruleId"] == code).unwrap();
    let fixed = &of("direction-control")["fixes"][0]["artifactChanges"][0];
    let uri = "tests/cli/judged/locales/ar/water.ftl";
    assert_eq!(fixed["artifactLocation"]["uri"], uri);
    assert_eq!(fixed["replacements"][0]["insertedContent"]["text"], "");
    let allowed = of("link-vague");
    assert_eq!(allowed["suppressions"][0]["kind"], "external");
    assert_eq!(allowed["suppressions"][0]["justification"], "It is the name of a journal.");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().is_some_and(|text| text.len() > 80));
    }
}
