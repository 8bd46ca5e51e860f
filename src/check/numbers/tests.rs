use super::Numbers;

/// What differs: `-missing +extra`.
fn difference(a: (&str, &str), b: (&str, &str)) -> String {
    let [before, after] = [a, b].map(|(language, text)| Numbers::of(text, language));
    let (missing, extra) = before.difference(&after);
    let minus = missing.iter().map(|number| format!("-{}", number.written));
    let plus = extra.iter().map(|number| format!("+{}", number.written));
    minus.chain(plus).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_same_number_in_other_signs() {
    same(&[
        ("On 26 May 2021", "zh", "2021年5月26日"),
        ("On 26 May 2021", "ar", "في ٢٦ أيار/مايو ٢٠٢١"),
        ("On 26 May 2021", "ru", "26 мая 2021 года"),
        ("25–26 May 2021", "fr", "les 25 et 26 mai 2021"),
        ("2021-05-26", "es", "26 de mayo de 2021"),
        ("May 2021: you may come, in March or June", "ru", "В мае 2021 года: приходите"),
        ("26 May 2021", "pt", "26 de maio de 2021"),
        ("2021-05-26", "ru", "26.05.2021"),
        ("26 May 2021", "ru", "26.05.2021"),
        ("1,234,567 people", "fr", "1\u{202F}234\u{202F}567 personnes"),
        ("1,234,567 people", "ru", "1 234 567 человек"),
        ("1,234,567 people", "es", "1.234.567 personas"),
        ("1,234,567 people", "ar", "١٬٢٣٤٬٥٦٧ شخصا"),
        ("1,234,567.5 tons", "es", "1.234.567,5 toneladas"),
        ("3.5 per cent", "ar", "٣٫٥ في المائة"),
        ("3.5 per cent", "fr", "3,5 %"),
        ("5 per cent", "zh", "百分之五"),
    ]);
}

#[test]
fn the_same_number_in_other_words() {
    same(&[
        ("2 million", "zh", "200万"),
        ("350 million", "zh", "3亿5000万"),
        ("2 billion", "es", "2.000 millones"),
        ("2 billion", "es", "2 mil millones"),
        ("1.2 billion", "fr", "1,2 milliard"),
        ("3,000", "ru", "3 тыс."),
        ("US$ 1.5 billion", "ar", "1,5 بليون دولار"),
        ("7 members", "fr", "sept membres"),
        ("12 states", "ru", "двенадцати государств"),
        ("25 states", "ar", "خمس وعشرون دولة"),
        ("the G20", "ar", "مجموعة العشرين"),
        ("the G20", "zh", "二十国集团"),
        ("the third century", "es", "siglo III"),
        ("the twenty-first century", "fr", "le XXIe siècle"),
        ("the twenty-first century", "zh", "21世纪"),
        ("the 1990s", "zh", "20世纪90年代"),
        ("the 1990s", "fr", "les années 90"),
        ("the 1990s", "ru", "90-е годы"),
        ("the 1990s", "ar", "التسعينات"),
        ("2019–20", "fr", "2019-2020"),
        ("at 3.30 p.m.", "fr", "à 15 h 30"),
        ("at 3:30 p.m.", "ru", "в 15.30"),
        ("at 10 a.m.", "ar", "في الساعة 10:00"),
        ("EPUB 3.3, 10 files", "zh", "EPUB 3.3，10个文件"),
        ("10 years", "ar", "عقد من الزمن"),
        ("for a decade", "zh", "10年来"),
        ("500 people", "es", "quinientas personas"),
        ("10,000 km", "zh", "1万公里"),
        ("3 km", "zh", "3千米"),
        ("２０２１", "zh", "2021"),
        ("resolution 71/291", "zh", "第71/291号决议"),
        ("9/11", "ar", "11 أيلول/سبتمبر"),
        ("24/7", "ru", "круглосуточно"),
        ("call +41 22 917 123", "ru", "звоните +41 22 917 123"),
        ("from May 2020 to June 2020", "fr", "de mai à juin 2020"),
        ("5 % to 10 %", "ar", "من ٥ إلى ١٠ في المائة"),
        ("half of all", "ru", "50 процентов"),
        ("version 1.2.3", "fr", "la version 1.2.3"),
    ]);
}

#[test]
fn the_same_number_as_translators_write_it() {
    same(&[
        ("25,000 people", "zh", "25 000人"),
        ("82.4 million people", "zh", "8 240万人"),
        ("25,000 people", "ar", "25 000 شخص"),
        ("1,025,000 people", "ar", "1 025 000 شخص"),
        ("at 18:00", "fr", "à 18 h 00"),
        ("at 18:00", "ru", "в 18 ч. 00 м."),
        ("a 12-year-old girl", "ru", "двенадцатилетняя девочка"),
        ("a 10-year-old boy", "ru", "десятилетний мальчик"),
        ("a 3-day seminar", "ru", "трехдневное занятие"),
        ("24 hours a day", "ru", "круглосуточно"),
        ("1 in 4 women", "ru", "каждая четвертая женщина"),
        ("10 in favour, none against", "ru", "за — 10, против — 0"),
        ("within 2 weeks", "es", "en un plazo de quince días"),
        ("1½ hours", "fr", "1,5 heure"),
        ("1½ hours", "ru", "полтора часа"),
        ("1.5 million", "ru", "полтора миллиона"),
        ("1.5 million", "es", "un millón y medio"),
        ("3 trn dollars", "fr", "3 000 milliards de dollars"),
        ("a trillion dollars", "es", "1 billón de dólares"),
        ("½ of them", "es", "el 50 %"),
        ("(ii) the second", "ar", "‘2’ الثاني"),
        ("CO2", "fr", "CO₂"),
        ("CO2, COVID, A/RES/71/291", "ar", "CO2 وكوفيد، A/RES/71/291"),
    ]);
}

/// Neither way is anything missing.
fn same(cases: &[(&str, &str, &str)]) {
    for (source, language, translation) in cases {
        let forth = difference(("en", source), (language, translation));
        assert_eq!(forth, "", "{source} → {translation}");
        let back = difference((language, translation), ("en", source));
        assert_eq!(back, "", "{translation} → {source}");
    }
}

#[test]
fn another_number() {
    let cases = [
        ("On 26 May 2021", "zh", "2021年5月25日", "-26 +25"),
        ("On 26 May 2021", "zh", "2021年6月26日", "-May +6"),
        ("On 26 May 2021", "ru", "26 июня 2021 года", "-May +июня"),
        ("On 26 May 2021", "ar", "في ٢٦ حزيران/يونيه ٢٠٢١", "-May +حزيران/يونيه"),
        ("On 26 May 2021", "es", "el 26 de junio de 2021", "-May +junio"),
        ("On 26 May 2021", "ar", "في ٢٦ أيار/مايو ٢٠٢٢", "-2021 +٢٠٢٢"),
        ("2 million", "zh", "20万", "-2 million +20万"),
        ("2 billion", "fr", "2 millions", "-2 billion +2 millions"),
        ("2 billion", "es", "2 billones", "-2 billion +2 billones"),
        ("1,234 people", "ru", "1 324 человека", "-1,234 +1 324"),
        ("3.5 per cent", "fr", "35 %", "-3.5 +35"),
        ("15 states", "ru", "пять государств", "-15"),
        ("5 and 5", "fr", "5", "-5"),
        ("resolution 71/291", "es", "resolución 71/219", "-291 +219"),
        ("some states", "ar", "٣ دول", "+٣"),
    ];
    for (source, language, translation, expected) in cases {
        let found = difference(("en", source), (language, translation));
        assert_eq!(found, expected, "{source} → {translation}");
    }
}

#[test]
fn strange_numbers_do_no_harm() {
    for text in [
        "999999999999999999999999",
        "0.1234567890123",
        "1,2,3",
        "1..2",
        "٫٫٣",
        "3亿3亿3亿",
        "1万亿亿亿亿",
    ] {
        for language in ["ar", "zh", "en", "fr", "ru", "es", "pt"] {
            assert_eq!(difference((language, text), (language, text)), "", "{text}");
        }
    }
}
