# Textes d’accompagnement des éditions : tout ce qui n’appartient pas au communiqué lui-même.

### Les phrases se terminent par un point ; les libellés et les titres n’en ont pas.
### Espace insécable (U+00A0) avant les deux-points et à l’intérieur des guillemets ; espace fine insécable (U+202F) avant les autres signes doubles.
### CLDR : « one » vaut pour 0 et 1, « many » pour les millions ronds (« 1 000 000 de paragraphes »).

## Navigation dans la page

skip-link = Aller au texte
languages = Langues
language-missing = { $language } (non disponible)
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
     