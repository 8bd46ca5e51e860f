//! `link-vague`: the words of a link say what it leads to.

use super::context::Context;
use super::link_same_words::folded;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "link-vague", severity: Severity::Error, looks: Looks::Whole(run) };

/// Words that say nothing as a whole link, folded, by primary language subtag. Words that could be
/// the name of something (“News”, “Contact”) are not here.
const VAGUE: [(&str, &[&str]); 6] = [
    (
        "ar",
        &[
            "هنا",
            "من هنا",
            "اضغط هنا",
            "انقر هنا",
            "اضغط",
            "انقر",
            "اقرأ المزيد",
            "المزيد",
            "للمزيد",
            "لمزيد من المعلومات",
            "مزيد من المعلومات",
            "للاطلاع على المزيد",
            "اعرف المزيد",
            "التفاصيل",
            "الرابط",
            "رابط",
            "هذا الرابط",
            "هذه الصفحة",
            "تابع القراءة",
            "البيان",
            "بيان",
        ],
    ),
    (
        "zh",
        &[
            "这里",
            "此处",
            "在此",
            "在这里",
            "点击",
            "点击这里",
            "点击此处",
            "请点击",
            "请点击这里",
            "请点击此处",
            "点此",
            "点这里",
            "点我",
            "更多",
            "了解更多",
            "查看更多",
            "阅读更多",
            "更多信息",
            "详情",
            "查看详情",
            "了解详情",
            "链接",
            "此链接",
            "该链接",
            "本页",
            "继续阅读",
            "全文",
            "阅读全文",
            "声明",
            "发言",
        ],
    ),
    (
        "en",
        &[
            "here",
            "click here",
            "tap here",
            "press here",
            "go here",
            "see here",
            "read here",
            "more",
            "see more",
            "read more",
            "learn more",
            "find out more",
            "more information",
            "more info",
            "further information",
            "info",
            "details",
            "more details",
            "continue",
            "continue reading",
            "link",
            "this link",
            "the link",
            "this",
            "this page",
            "this website",
            "this site",
            "this document",
            "statement",
            "the statement",
            "full text",
            "read the full text",
            "full story",
        ],
    ),
    (
        "fr",
        &[
            "ici",
            "cliquez ici",
            "cliquer ici",
            "cliquez",
            "par ici",
            "voir ici",
            "lire ici",
            "plus",
            "lire plus",
            "voir plus",
            "en savoir plus",
            "lire la suite",
            "pour en savoir plus",
            "plus d’informations",
            "plus d'informations",
            "plus d’infos",
            "plus d'infos",
            "détails",
            "plus de détails",
            "continuer",
            "lien",
            "ce lien",
            "le lien",
            "cette page",
            "ce site",
            "ce document",
            "déclaration",
            "la déclaration",
            "texte intégral",
            "lire le texte intégral",
        ],
    ),
    (
        "ru",
        &[
            "здесь",
            "тут",
            "сюда",
            "нажмите",
            "нажмите здесь",
            "нажмите сюда",
            "жмите сюда",
            "кликните",
            "кликните здесь",
            "по ссылке",
            "по этой ссылке",
            "ссылка",
            "эта ссылка",
            "далее",
            "читать далее",
            "читать дальше",
            "подробнее",
            "узнать больше",
            "узнать подробнее",
            "ещё",
            "еще",
            "больше",
            "подробности",
            "дополнительная информация",
            "эта страница",
            "этот сайт",
            "заявление",
            "полный текст",
        ],
    ),
    (
        "es",
        &[
            "aquí",
            "aqui",
            "clic aquí",
            "clic aqui",
            "haga clic aquí",
            "haga clic",
            "haz clic aquí",
            "pulse aquí",
            "pinche aquí",
            "ver aquí",
            "más",
            "ver más",
            "leer más",
            "lea más",
            "saber más",
            "más información",
            "para más información",
            "detalles",
            "más detalles",
            "continuar",
            "seguir leyendo",
            "enlace",
            "este enlace",
            "el enlace",
            "esta página",
            "este sitio",
            "este documento",
            "declaración",
            "la declaración",
            "texto completo",
            "leer el texto completo",
        ],
    ),
];

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for leaf in context.written() {
        for link in leaf.links() {
            let words = link.words();
            let words = words.trim();
            if !is_vague(words, leaf.text.locale.language()) {
                continue;
            }
            let message = format!("the words `{words}` do not say what the link leads to");
            let help = "make the link of the words that name its target: `[the programme of the \
                        opening session]`";
            found.push(RULE.finding(message).at(leaf.place_of(words)).help(help));
        }
    }
    found
}

/// Whether words say nothing as a link in a language: punctuation, arrows, vowel marks and
/// kashida do not count.
fn is_vague(words: &str, language: &str) -> bool {
    let drops = |c: char| matches!(c, '\u{640}' | '\u{64B}'..='\u{652}' | '\u{200E}' | '\u{200F}');
    let words: String = words.chars().filter(|c| !drops(*c)).collect();
    let words = folded(words.trim_matches(|c: char| !c.is_alphanumeric()));
    let list = VAGUE.iter().find(|(known, _)| *known == language);
    list.is_some_and(|(_, list)| list.contains(&words.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_only() {
        for (words, language) in [
            ("اضغط هُنا!", "ar"),
            ("点击这里。", "zh"),
            ("Click  HERE →", "en"),
            ("En savoir plus…", "fr"),
            ("ЗДЕСЬ", "ru"),
            ("(aquí)", "es"),
        ] {
            assert!(is_vague(words, language), "{words}");
        }
        for (words, language) in [
            ("بيان السيد فورونكوف", "ar"),
            ("联合国反恐怖主义办公室", "zh"),
            ("Click Here Foundation", "en"),
            ("here", "fr"),
            ("→", "en"),
        ] {
            assert!(!is_vague(words, language), "{words}");
        }
    }

    #[test]
    fn the_list_is_folded() {
        for (language, list) in VAGUE {
            assert!(crate::locale::Locale::built_in(language).is_some());
            for words in list {
                assert!(is_vague(words, language), "{words} is not folded");
            }
        }
    }
}
