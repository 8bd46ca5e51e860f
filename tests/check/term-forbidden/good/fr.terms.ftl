-member-states = États Membres
-human-rights = droits humains
-civil-society = société civile
-un = { $form ->
       *[full] Organisation des Nations Unies
        [short] ONU
    }
    .also = Nations Unies
    .forbidden = Organisation mondiale
