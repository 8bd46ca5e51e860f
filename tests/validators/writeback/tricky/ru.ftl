# Русский

meta-title = Знаки, о которые спотыкаются программы
meta-description = Сообщения, которые некоторые программы, как известно, портят.
lead-p-goxb = [Доклад][1] стоит в начале, дата — { $date }.
lead-p-3zof = *Ударение* в начале; внутри скобка { "{" }.
lead-p-lwtc = .start начинается с точки.
lead-p-nbgw = Первая строка,<br>вторая строка.
lead-p-m2yu = { "" }
lead-p-dlc6 = Два абзаца в некоторых языках, и в них [Устав][1].
lead-p-drhg = { -general-assembly } { -united-nations(case: "genitive", form: "short") } { -general-assembly.gender ->
        [feminine] собралась
        [neuter] собралось
       *[masculine] собрался
    } на заседание.
lead-img-mymc =
    .alt = Капля
    .caption = [Подпись][1] в скобках
