//! The command line as a user meets it: what it prints and how it exits.

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// Runs the program in the crate's folder.
fn twosource(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the program starts")
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_twosource"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("CLICOLOR_FORCE").stdin(Stdio::null());
    command
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("the output is UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("the output is UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the output is JSON")
}

/// Two articles in a fresh folder `name` below `parent`.
fn story(parent: &Path, name: &str) {
    let folder = parent.join(name);
    fs::create_dir(&folder).expect("the folder is new");
    fs::write(folder.join("a.txt"), "Žofia Marek opened the mill on Monday.\n").expect("written");
    fs::write(folder.join("b.md"), "# The mill\n\nMarek opened the mill on Tuesday.\n").expect("written");
}

/// Every span of an export, with the path of its file.
fn spans<'a>(value: &'a Value, path: Option<&'a str>, out: &mut Vec<(&'a str, u64, u64)>) {
    match value {
        Value::Object(map) => {
            let path = map.get("path").and_then(Value::as_str).or(path);
            if let (Some(path), Some(start), Some(end)) = (path, map.get("start"), map.get("end")) {
                let offset = |v: &Value| v.as_u64().expect("offsets are numbers");
                out.push((path, offset(start), offset(end)));
            }
            map.values().for_each(|v| spans(v, path, out));
        }
        Value::Array(items) => items.iter().for_each(|v| spans(v, path, out)),
        _ => {}
    }
}

#[test]
fn help_names_every_command() {
    let output = twosource(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(stdout(&output));
}

#[test]
fn without_arguments_it_says_how_it_is_used() {
    let output = twosource(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("Usage:"));
}

#[test]
fn an_export_keeps_its_contract() {
    let output = twosource(&["export", "--format", "json", "examples/dismissal"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let export = json(stdout(&output));
    for key in ["articles", "entities", "differences", "agreements"] {
        assert!(export[key].is_array(), "{key}");
    }
    let articles = export["articles"].as_array().expect("just checked");
    let paths: Vec<_> = articles.iter().filter_map(|a| a["path"].as_str()).collect();
    assert_eq!(paths, ["examples/dismissal/feature.md", "examples/dismissal/wire.txt"]);
    let entities = export["entities"].as_array().expect("just checked").len() as u64;
    for mention in articles.iter().filter_map(|a| a["mentions"].as_array()).flatten() {
        // What is only described ("the road") is no entity.
        let nameless = mention["entity"].is_null() && mention["kind"] != "name";
        assert!(nameless || mention["entity"].as_u64().is_some_and(|id| id < entities), "{mention}");
    }
    let mut all = Vec::new();
    spans(&export, None, &mut all);
    for (path, start, end) in all {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
        let length = text.expect("the path leads to the file").chars().count() as u64;
        assert!(start < end && end <= length, "{path} {start}..{end} of {length}");
    }
}

#[test]
fn every_folder_is_exported_and_one_that_fails_does_not_stop_the_others() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    story(parent.path(), "first");
    fs::create_dir(parent.path().join("second")).expect("the folder is new");
    fs::write(parent.path().join("second/a.txt"), b"\xe9").expect("written");
    story(parent.path(), "third");
    let output = twosource(&["export", "--each", &parent.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    let stories: Vec<Value> = stdout(&output).lines().map(json).collect();
    let names: Vec<_> = stories.iter().map(|s| &s["story"]).collect();
    assert_eq!(names, ["first", "third"]);
    assert!(stderr(&output).contains("not UTF-8 text (byte 0)"), "{}", stderr(&output));
}

#[test]
fn an_unreadable_article_is_named_and_the_others_are_checked() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    story(parent.path(), "mill");
    fs::write(parent.path().join("mill/c.txt"), b"caf\xe9").expect("written");
    let output = twosource(&["check", "-q", &parent.path().to_string_lossy()]);
    assert_ne!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("2 articles"), "{}", stdout(&output));
    assert!(stderr(&output).contains("c.txt: not UTF-8 text (byte 3)"), "{}", stderr(&output));
}

#[test]
fn an_empty_article_is_one_and_a_huge_one_is_named() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    story(parent.path(), "mill");
    fs::write(parent.path().join("mill/empty.txt"), "").expect("written");
    fs::write(parent.path().join("mill/huge.txt"), "The ferry ran aground. ".repeat(900_000)).expect("written");
    let output = twosource(&["check", "-q", &parent.path().to_string_lossy()]);
    assert_ne!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("3 articles"), "{}", stdout(&output));
    assert!(stderr(&output).contains("huge.txt: larger than"), "{}", stderr(&output));
}

#[test]
fn files_given_by_name_are_one_story() {
    let output = twosource(&["check", "-q", "examples/bridge-draft/draft.md", "examples/bridge-draft/herald.txt"]);
    assert_eq!(stdout(&output).lines().count(), 1);
    assert!(stdout(&output).contains("2 articles"), "{}", stdout(&output));
}

#[test]
fn one_file_stands_for_its_story() {
    let output = twosource(&["check", "-q", "examples/bridge-draft/draft.md"]);
    assert!(stdout(&output).starts_with("examples/bridge-draft: 3 articles"), "{}", stdout(&output));
}

#[test]
fn a_story_file_makes_one_story_of_all_below_it() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    story(parent.path(), "drafts");
    story(parent.path(), "sources");
    fs::write(parent.path().join("story.toml"), "").expect("written");
    let path = parent.path().to_string_lossy();
    let output = twosource(&["check", "-q", &path]);
    assert!(stdout(&output).starts_with(&*format!("{path}: 4 articles")), "{}", stdout(&output));
}

#[test]
fn settled_differences_are_counted_and_not_open() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(parent.path().join(name), text).expect("written");
    write("a.txt", "Captain Ada Brandt said 12 people were injured on Tuesday.\n");
    write("b.txt", "Captain Ada Brandt said 14 people were injured on Tuesday.\n");
    let path = parent.path().to_string_lossy();
    let verdict = |seen: &str| {
        let at = |source, quote| format!("{{ source = \"{source}\", quote = \"{quote}\" }}");
        let on = [at("a.txt", "12 people"), at("b.txt", "14 people")].join(", ");
        write("story.toml", &format!("[[verdict]]\non = [{on}]\nstet = \"Both were said.\"\n{seen}"));
        twosource(&["check", &path])
    };
    let output = verdict("");
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert!(stdout(&output).ends_with("no differences, no notes, 1 settled\n"), "{}", stdout(&output));
    let output = verdict("seen = \"0123456789abcdef\"\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("story.toml:3: Needs another look"), "{}", stdout(&output));
    assert!(stdout(&output).ends_with("1 difference, no notes, 1 verdict needs another look\n"), "{}", stdout(&output));
}

#[test]
fn an_extension_offers_the_settings_that_the_server_describes() {
    let output = twosource(&["describe"]);
    let described = json(stdout(&output));
    let described = described["settings"].as_object().expect("they have names");
    assert_eq!(described["definition"]["default"], "all");
    assert_eq!(described["definition"]["enum"], serde_json::json!(["all", "here", "alternate"]));
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode/package.json");
    let package = json(&fs::read_to_string(package).expect("it is there"));
    let offered = package["contributes"]["configuration"]["properties"].as_object().expect("they have names");
    let advice = "run editors/vscode/settings and commit what it changes";
    for (key, setting) in described {
        let offered = offered.get(&format!("twosource.{key}")).unwrap_or_else(|| panic!("no {key}: {advice}"));
        for (property, value) in setting.as_object().expect("it has properties") {
            assert_eq!(&offered[property], value, "{property} of {key}: {advice}");
        }
    }
    // The client's own.
    let server = |key: &&String| !["twosource.path"].contains(&key.as_str());
    assert_eq!(offered.keys().filter(server).count(), described.len(), "{advice}");
}

#[test]
fn nothing_to_read_is_exit_code_2() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    for path in [empty.path(), &empty.path().join("missing.txt")] {
        let output = twosource(&["check", &path.to_string_lossy()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("there is nothing to read"), "{}", stderr(&output));
        assert!(stderr(&output).contains(&*path.to_string_lossy()), "{}", stderr(&output));
    }
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let mut child = command(&["export", "examples/dismissal"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn output_that_is_no_terminal_has_no_colours() {
    for command in ["check", "show"] {
        let output = twosource(&[command, "examples"]);
        assert!(!stdout(&output).contains('\x1b'), "{}", stdout(&output));
    }
}

#[test]
fn every_mark_is_explained() {
    let output = twosource(&["explain", "quantity"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).starts_with("# quantity — ") && stdout(&output).contains("## What is not marked"));
    let output = twosource(&["explain"]);
    assert!(stdout(&output).contains("\n  role_swap  ") && stdout(&output).contains("\n  lost-quote\n"));
    let output = twosource(&["explain", "grammar"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no kind `grammar`; there are quantity, time"), "{}", stderr(&output));
}

#[test]
fn sarif_has_each_side_with_its_place_and_the_rule() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    let folder = parent.path().join("the mill");
    fs::create_dir(&folder).expect("the folder is new");
    fs::write(folder.join("a.txt"), "Žofia Marek said 12 people were hurt on Monday.\n").expect("written");
    fs::write(folder.join("b.md"), "# The mill\n\nOtto Lind said 14 people were hurt on Monday.\n").expect("written");
    let output = twosource(&["check", "--format", "sarif", &folder.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let sarif = json(stdout(&output));
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules: Vec<_> = run["tool"]["driver"]["rules"].as_array().expect("rules").iter().map(|r| &r["id"]).collect();
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    for (result, (name, start)) in results.iter().zip([("a.txt", [1, 18]), ("b.md", [3, 16])]) {
        assert!(rules.contains(&&result["ruleId"]) && result["ruleId"] == "quantity", "{result}");
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().expect("a URI");
        assert!(uri.starts_with("file:///") && uri.ends_with(&format!("/the%20mill/{name}")), "{uri}");
        assert_eq!([&place["region"]["startLine"], &place["region"]["startColumn"]], start, "{place}");
        assert!(
            result["relatedLocations"][0]["message"]["text"].as_str().is_some_and(|text| text.contains("people\""))
        );
    }
}

#[test]
fn it_says_why_a_mention_means_whom_it_means() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(parent.path().join(name), text).expect("written");
    write("a.txt", "Mayor Mara Ellison closed the bridge. She left. “I am tired,” Ellison said.\n\nThe mayor left.\n");
    write("b.txt", "Mara Ellison thanked the crews.\n");
    let output = twosource(&["show", "--why", &parent.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for line in [
        "a.txt:1:1 “Mayor Mara Ellison” — full name",
        "“She” — most present of those that agree in number, gender and kind, last “Mayor Mara Ellison”",
        "“I” — first person in the speaker's own words",
        "“Ellison” — short form of a full name",
        "“The mayor” — the only one here with this role or of this kind",
        "a.txt = b.txt: the same full name",
    ] {
        assert!(stdout(&output).contains(line), "{line}:\n{}", stdout(&output));
    }
}

#[test]
fn a_story_is_written_as_a_page_that_shows_any_text_as_text() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(parent.path().join(name), text).expect("written");
    write("a.txt", "Rain fell.\n\nMara Ellison said 12 people were hurt on Monday. <script>alert('1')</script>\n");
    write("b.txt", "Otto Lind said 14 people were hurt on Monday.\n\n\"Quoted\" & more.\n");
    let file = parent.path().join("page.html");
    let output = twosource(&["compare", "--output", &file.to_string_lossy(), &parent.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = fs::read_to_string(file).expect("it was written");
    for part in [
        "<mark id=\"a1\" class=\"differs\"><a href=\"#b1\">12 people</a></mark>",
        "<mark id=\"b1\" class=\"differs\"><a href=\"#a1\">14 people</a></mark>",
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;",
        "&quot;Quoted&quot; &amp; more.",
        "<div><p>Rain fell.</p></div>\n<div></div>\n",
    ] {
        assert!(page.contains(part), "{part}:\n{page}");
    }
    assert!(!page.contains("<script"), "{page}");
}
