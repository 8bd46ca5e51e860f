# Textes d’accompagnement des éditions : tout ce qui n’appartient pas au communiqué lui-même.

### Les phrases se terminent par un point ; les libellés et les titres n’en ont pas.
### Espace insécable (U+00A0) avant les deux-points et à l’intérieur des guillemets ; espace fine insécable (U+202F) avant les autres signes doubles.
### CLDR : « one » vaut pour 0 et 1, « many » pour les millions ronds (« 1 000 000 de paragraphes »).

## Navigation dans la page

skip-link = Aller au texte
languages = Langues
language-missing = { $language } (non disponible)
language-list = { $languages }, { $language }
# Se lit après « Langue : » ou seul : en minuscule, comme tout nom de langue.
language-name =
    { $tag ->
        [ar] arabe
        [zh] chinois
        [en] anglais
        [fr] français
        [ru] russe
        [es] espagnol
       *[other] { $name }
    }
contents = Table des matières
heading-in-session = { $heading } ({ $session })
releases = Communiqués
choose-language = Choisir une langue
parallel = Langues en regard
parallel-title = { $title } ({ $languages })
paragraph = Paragraphe { NUMBER($number) }
paragraph-link = Lien vers le paragraphe { NUMBER($number) }
start-of-text = Début du texte
page-title = { $title } — { $organisation }

## Lieu et date

dateline = { $place }, { $date }
date-long =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }

## Avis placés en tête d’une édition

unofficial-translation =
    { $source ->
        [ar] Traduction non officielle de l’arabe.
        [zh] Traduction non officielle du chinois.
        [en] Traduction non officielle de l’anglais.
        [fr] Traduction non officielle du français.
        [ru] Traduction non officielle du russe.
        [es] Traduction non officielle de l’espagnol.
       *[other] Traduction non officielle de l’original ({ $name }).
    }
original-text =
    { $source ->
        [ar] Texte original en arabe
        [zh] Texte original en chinois
        [en] Texte original en anglais
        [fr] Texte original en français
        [ru] Texte original en russe
        [es] Texte original en espagnol
       *[other] Texte original ({ $name })
    }
untranslated =
    { $count ->
        [one] { NUMBER($count) } paragraphe n’est pas traduit et figure dans la langue de l’original.
        [many] { NUMBER($count) } de paragraphes ne sont pas traduits et figurent dans la langue de l’original.
       *[other] { NUMBER($count) } paragraphes ne sont pas traduits et figurent dans la langue de l’original.
    }
outdated =
    { $count ->
        [one] { NUMBER($count) } paragraphe a été modifié dans l’original depuis sa traduction.
        [many] { NUMBER($count) } de paragraphes ont été modifiés dans l’original depuis leur traduction.
       *[other] { NUMBER($count) } paragraphes ont été modifiés dans l’original depuis leur traduction.
    }

## Orateurs, oratrices et citations

# Deux-points plutôt que « de » : le titre qui suit peut commencer par une voyelle ou un article.
statement-by = Déclaration : { $speaker }
statement-by-in-session = Déclaration : { $speaker } ({ $session })
no-quotation = La source ne donne pas de citation.
# L’espace insécable fait partie du guillemet.
quotation-open = «{ " " }
quotation-close = { " " }»
inner-quotation-open = “
inner-quotation-close = ”
attribution = — { $name }

## Notes, liens, images, tableaux

notes = Notes
note = Note { NUMBER($number) }
note-back = Retour à l’appel de note { NUMBER($number) }
note-line = Note { NUMBER($number) }. { $text }
links = Liens
# Mots biffés (qui ne sont plus valables), en texte brut. $words (String).
struck-out = [supprimé : { $words }]
image = Image : { $alt }
image-caption = Légende : { $caption }
table = Tableau
# En français, un tableau a un titre, une image une légende.
table-caption = Tableau : { $caption }
table-cell = { $column } : { $value }
table-cell-separator = { " " };{ " " }
table-row-end = .
definition-line = { $term } : { $definition }
code = Code :
code-in = Code ({ $language }) :
code-end = Fin du code.
# « Remarque », pour ne pas confondre avec les notes du texte.
alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention

## À propos de l’édition

labelled = { $label } : { $value }
about = À propos de ce texte
about-language = Langue
about-published = Date de publication
about-updated = Date de mise à jour
about-source = Source
about-editions = Dans d’autres langues
about-address = Adresse de cette édition
formats = Autres formats
format-html = Page Web (HTML)
format-epub = Livre numérique (EPUB)
format-text = Texte brut
# Espace insécable avant « ko ».
format-size = { $format }, { NUMBER($kilobytes) } ko
accessibility = Accessibilité
access-all-text = Tout le contenu est textuel.
access-structure = Les titres, les listes et les citations sont balisés comme tels et se suivent dans l’ordre de lecture.
access-contents = Une table des matières donne accès à chaque section.
access-display = La taille du texte, l’espacement et les couleurs peuvent être modifiés.
access-images =
    { $count ->
        [one] L’image a une alternative textuelle.
        [many] Les { NUMBER($count) } d’images ont chacune une alternative textuelle.
       *[other] Les { NUMBER($count) } images ont chacune une alternative textuelle.
    }
access-tables =
    { $count ->
        [one] Le tableau a un titre et des en-têtes.
        [many] Les { NUMBER($count) } de tableaux ont chacun un titre et des en-têtes.
       *[other] Les { NUMBER($count) } tableaux ont chacun un titre et des en-têtes.
    }
access-languages = Les mots en d’autres langues sont signalés comme tels pour la synthèse vocale et le braille.
access-no-hazards = Rien ne clignote, ne bouge ni n’émet de son.
access-unlocked = Le fichier n’est pas protégé contre la copie.
ask-for-format = Pour demander ce texte dans un autre format, par exemple en gros caractères ou en braille, écrire à
