-member-states = Member States
    .forbidden = member nations
-human-rights = human rights
-civil-society = civil society
-un = { $form ->
       *[full] United Nations
        [short] UN
    }
