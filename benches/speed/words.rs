//! The words that filler is made of: meaningless, but with the bytes, lengths and signs of each
//! language.

/// What a language brings.
pub struct Words {
    /// Key of the locale.
    pub key: &'static str,
    /// The words of the text, parted by spaces.
    pub common: &'static str,
    /// What stands between words, after a clause, after a sentence.
    pub signs: [&'static str; 3],
    /// Opening and closing quotation mark.
    pub quotes: [&'static str; 2],
    /// How many words say what a hundred English ones say.
    pub per_hundred: usize,
    /// The kind of release, the place, and what a statement is called.
    pub fixed: [&'static str; 3],
}

/// The six, English first: it is the source.
pub const ALL: [Words; 6] = [
    Words {
        key: "en",
        common: "water school health bridge harvest river border market teacher family season \
                 village doctor engineer farmer minister council report budget shelter vaccine \
                 election journey winter summer supply energy coast forest island capital province \
                 promise agreement research library hospital factory railway harbour the of and to \
                 in for with from over under between after before across without which where when \
                 every many several first local national regional safe open clean new early common \
                 reaches supports builds repairs measures protects delivers trains receives follows",
        signs: [" ", ", ", ". "],
        quotes: ["“", "”"],
        per_hundred: 100,
        fixed: ["Press release", "Geneva", "Statement by speaker"],
    },
    Words {
        key: "ar",
        common: "الماء المدرسة الصحة الجسر الحصاد النهر الحدود السوق المعلم الأسرة الموسم القرية \
                 الطبيب المهندس المزارع الوزير المجلس التقرير الميزانية المأوى اللقاح الانتخاب \
                 الرحلة الشتاء الصيف الإمداد الطاقة الساحل الغابة الجزيرة العاصمة الإقليم الوعد \
                 الاتفاق البحث المكتبة المستشفى المصنع القطار الميناء من إلى على عن مع بين بعد قبل \
                 عبر دون الذي حيث عندما كل عدة أول محلي وطني إقليمي آمن مفتوح نظيف جديد مبكر مشترك \
                 يصل يدعم يبني يصلح يقيس يحمي يسلم يدرب يستقبل يتابع",
        signs: [" ", "، ", ". "],
        quotes: ["”", "“"],
        per_hundred: 82,
        fixed: ["بيان صحفي", "جنيف", "بيان المتكلم"],
    },
    Words {
        key: "zh",
        common: "供水 学校 卫生 桥梁 收成 河流 边境 市场 教师 家庭 季节 村庄 医生 工程师 农民 部长 \
                 理事会 报告 预算 住所 疫苗 选举 行程 冬季 夏季 供应 能源 海岸 森林 岛屿 首都 省份 \
                 承诺 协定 研究 图书馆 医院 工厂 铁路 港口 的 和 在 向 为 与 从 经过 以及 之间 之后 \
                 之前 没有 其中 各地 许多 首次 当地 全国 区域 安全 开放 清洁 新的 早期 共同 到达 \
                 支持 建设 修复 测量 保护 交付 培训 接收 跟进",
        signs: ["", "，", "。"],
        quotes: ["“", "”"],
        per_hundred: 92,
        fixed: ["新闻稿", "日内瓦", "发言全文"],
    },
    Words {
        key: "fr",
        common: "eau école santé pont récolte rivière frontière marché enseignante famille saison \
                 village médecin ingénieure agriculteur ministre conseil rapport budget abri vaccin \
                 élection voyage hiver été approvisionnement énergie côte forêt île capitale \
                 province promesse accord recherche bibliothèque hôpital usine chemin port le la de \
                 et à dans pour avec depuis sur sous entre après avant sans où quand chaque \
                 plusieurs première locale nationale régionale sûre ouverte propre nouvelle précoce \
                 commune atteint soutient construit répare mesure protège livre forme reçoit suit",
        signs: [" ", ", ", ". "],
        quotes: ["«\u{A0}", "\u{A0}»"],
        per_hundred: 108,
        fixed: ["Communiqué de presse", "Genève", "Déclaration de"],
    },
    Words {
        key: "ru",
        common: "вода школа здоровье мост урожай река граница рынок учитель семья сезон деревня врач \
                 инженер фермер министр совет доклад бюджет убежище вакцина выборы поездка зима лето \
                 снабжение энергия берег лес остров столица область обещание соглашение исследование \
                 библиотека больница завод дорога порт и в на с от для под между после перед через \
                 без где когда каждый многие первый местный национальный региональный безопасный \
                 открытый чистый новый ранний общий достигает поддерживает строит чинит измеряет \
                 защищает доставляет обучает получает следует",
        signs: [" ", ", ", ". "],
        quotes: ["«", "»"],
        per_hundred: 92,
        fixed: ["Пресс-релиз", "Женева", "Заявление"],
    },
    Words {
        key: "es",
        common: "agua escuela salud puente cosecha río frontera mercado maestra familia temporada \
                 aldea médica ingeniero agricultora ministro consejo informe presupuesto refugio \
                 vacuna elección viaje invierno verano suministro energía costa bosque isla capital \
                 provincia promesa acuerdo investigación biblioteca hospital fábrica ferrocarril \
                 puerto el la de y a en para con desde sobre bajo entre tras antes sin donde cuando \
                 cada muchos varios primera local nacional regional segura abierta limpia nueva \
                 temprana común alcanza apoya construye repara mide protege entrega forma recibe \
                 sigue",
        signs: [" ", ", ", ". "],
        quotes: ["«", "»"],
        per_hundred: 106,
        fixed: ["Comunicado de prensa", "Ginebra", "Declaración de"],
    },
];
