//! A publisher's claim of conformance: written where every gate is green, and refused with the reason,
//! the place and what to do where one is red. What is published then stays as it is.

use std::fs;

use super::incremental::Scene;

const CLAIM: &str = "[accessibility]\nconforms-to = \"EPUB Accessibility 1.1 - WCAG 2.2 Level AA\"\n\
                     certified-by = \"水务局\"\n";

fn package(scene: &Scene, slug: &str) -> String {
    let path = scene.folder.join(format!("output/{slug}/zh/{slug}.zh.epub"));
    let mut book = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut book.by_name("EPUB/package.opf").unwrap(), &mut text)
        .unwrap();
    text
}

fn page(scene: &Scene, slug: &str) -> String {
    fs::read_to_string(scene.folder.join(format!("output/{slug}/zh/accessibility.html"))).unwrap()
}

#[test]
fn a_claim_is_written_where_every_gate_is_green() {
    let scene = Scene::new("claims");
    let (said, without) = scene.build("output", &[]);
    assert!(said.is_empty(), "{said:?}");
    assert!(!package(&scene, "water").contains("dcterms:conformsTo"));
    assert!(page(&scene, "water").contains("未作任何合规声明"));
    scene.replace("hexapla.toml", |text| text + CLAIM);
    let (said, with) = scene.build("output", &[]);
    assert!(said.is_empty(), "{said:?}");
    for slug in ["water", "wells"] {
        assert!(package(&scene, slug).contains("WCAG 2.2 Level AA</meta>"));
        let page = page(&scene, slug);
        assert!(page.contains("EPUB Accessibility 1.1 - WCAG 2.2 Level AA"), "{page}");
        assert!(page.contains("认证方：水务局"), "{page}");
    }

    // What no build looks at without a claim, since it only warns.
    scene.replace("content/water/index.md", |text| format!("{text}\nثلاث كلمات عربية بلا لغة.\n"));
    let (said, stays) = scene.build("output", &["--incomplete"]);
    assert_eq!(stays, with, "the release with a red gate stays as it was");
    let refused = "error: `water` cannot claim conformance in `en`: the gate `rules` is red: \
                   `foreign-words (WCAG 3.1.2) in thanks-p-";
    let told = said.iter().filter(|line| line.starts_with(refused)).count();
    assert_eq!(told, 1, "{said:#?}");
    assert!(said.iter().any(|line| line.starts_with("warning: words in Arabic letters")));

    scene.replace("hexapla.toml", |text| text.replace(CLAIM, ""));
    let (said, _) = scene.build("output", &["--incomplete"]);
    assert!(said.iter().all(|line| !line.starts_with("error")), "{said:?}");
    assert!(!package(&scene, "water").contains("dcterms:conformsTo"));
    assert_eq!(without.len(), with.len());
}

/// `check` says the same, so that nobody meets it first when it is to be published.
#[test]
fn check_looks_at_the_gates_too() {
    let scene = Scene::new("claims-checked");
    scene.replace("hexapla.toml", |text| text + CLAIM);
    assert!(!scene.run(&["check", "--plain"]).contains("claim-refused"));
    scene
        .replace("content/water/index.md", |text| format!("{text}\n[Here](https://a.example/).\n"));
    let said = scene.run(&["check", "--plain"]);
    assert!(said.contains("the gate `rules` is red: `link-vague (WCAG 2.4.4)"), "{said}");
    assert!(said.contains("or take `[accessibility]` out of `hexapla.toml`"), "{said}");
}
