-member-states = { $join ->
       *[none] الدول الأعضاء
        [li] للدول الأعضاء
    }
    .forbidden = البلدان الأعضاء
-human-rights = حقوق الإنسان
-civil-society = المجتمع المدني
-un = الأمم المتحدة
