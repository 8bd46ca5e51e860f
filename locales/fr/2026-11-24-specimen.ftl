# Français: content/2026-11-24-specimen/index.md

### Un texte, six langues, dix-huit éditions

meta-title = Un texte, six langues, dix-huit éditions
meta-description = Un communiqué sur Hexapla lui-même. On y trouve ce dont un communiqué de presse a rarement besoin : une image, un tableau, des listes, des notes, des définitions et du code.
meta-kind = Spécimen
meta-series = Spécimens d’Hexapla
meta-organisation = Le projet Hexapla
meta-source = Texte rédigé en anglais pour ce projet, afin de montrer tous les types de blocs qu’une édition peut contenir.
lead-p-fyst = Hexapla transforme un communiqué en dix-huit éditions : en HTML (langage de balisage hypertexte, en anglais <span lang="en">HyperText Markup Language</span>), en EPUB et en texte brut, dans chacune des six langues officielles { -united-nations(article: "de") }. Il doit son nom aux <cite>Hexaples</cite> (en grec, <span lang="grc-Latn">Hexapla</span>) d’Origène, qui, au troisième siècle, disposa un texte sacré en six colonnes, côte à côte[^1]. Nos colonnes, ce sont six langues, et une règle les maintient côte à côte :
lead-p-uixu = La structure s’écrit **une seule fois** ;<br>les mots s’écrivent **six fois**.
lead-p-ibfl = { "" }

## Le parcours d’un texte

the-way-of-a-text-heading = Le parcours d’un texte
the-way-of-a-text-p-c2af = L’auteur écrit le communiqué en Markdown. Chaque titre, paragraphe, cellule de tableau ou note devient un message dans une liste de traductions Fluent (en anglais <span lang="en">Fluent Translation List</span>, FTL), sous un nom qu’il garde pour toujours. Les traducteurs remplacent les mots d’un message et *rien d’autre* : les titres, les liens et les images viennent de la source, si bien qu’aucune édition ne peut omettre un titre, intervertir deux citations ou perdre un lien. Supposons qu’un auteur corrige une date, ~~25 mai 2021~~ <time datetime="2021-05-26">26 mai 2021</time> : dès lors, les cinq traductions de ce paragraphe sont considérées comme n’étant plus à jour, tant que personne ne les a vérifiées. Un paragraphe publié sans traduction figure dans la langue de la source ; il est signalé et compté.
the-way-of-a-text-img-4zoi =
    .alt = Un arbre qui pousse vers le bas. En haut, une page. Au-dessous, six cases : ar, zh, en, fr, ru, es. Sous chacune des six, trois cases : HTML, EPUB, TXT (texte brut).
    .caption = D’une seule source à dix-huit éditions
the-way-of-a-text-p-dsyl = Le travail de traduction se fait en trois étapes :
the-way-of-a-text-item-u43m = Ouvrez le fichier de votre langue, par exemple `locales/ar/2026-11-24-specimen.ftl`.
the-way-of-a-text-item-v6ve = Dans un fichier <abbr title="liste de traductions Fluent">FTL</abbr>, un message tient sur une ligne.
the-way-of-a-text-item-ryjp = Traduisez les mots et conservez les signes :
the-way-of-a-text-item-jwmt = les astérisques vont par paires, de part et d’autre des mots *mis en relief* ou **importants** ;
the-way-of-a-text-item-bxnt = un lien garde son numéro, car son adresse est conservée ailleurs ;
the-way-of-a-text-item-izlm = l’accolade ouvrante { "{" } introduit un champ de substitution : un auteur qui veut le signe lui-même écrit donc `\{ "{" }`.
the-way-of-a-text-item-6vni = Cherchez les erreurs, puis produisez les éditions de votre langue :

## Ce que contient chaque édition

what-each-edition-holds-heading = Ce que contient chaque édition
what-each-edition-holds-p-ewqm = Les trois formats contiennent les mêmes mots. On les lit sous la forme d’une page Web, d’un livre conforme à la norme [EPUB 3.3][1] ou de simples lignes de texte.
what-each-edition-holds-caption-o6xg = Comment se présentent, à la lecture, les parties d’un communiqué
what-each-edition-holds-th-f42d = Format
what-each-edition-holds-th-upty = Titres
what-each-edition-holds-th-sasm = Liens
what-each-edition-holds-th-dzre = Images
what-each-edition-holds-td-a4rz = HTML
what-each-edition-holds-td-4vle = énumérés avant le texte, s’il y en a au moins quatre
what-each-edition-holds-td-nzrh = dans le texte
what-each-edition-holds-td-vllb = affichées, avec une description
what-each-edition-holds-td-gqz2 = EPUB
what-each-edition-holds-td-7uya = énumérés par le logiciel de lecture
what-each-edition-holds-td-x3sr = dans le texte
what-each-edition-holds-td-amv3 = affichées, avec une description
what-each-edition-holds-td-z5aw = Texte brut
what-each-edition-holds-td-72xj = isolés par des lignes vides
what-each-edition-holds-td-c3yd = numérotés, avec les adresses à la suite du texte
what-each-edition-holds-td-o4li = décrites par des mots
what-each-edition-holds-p-lg7v = Les indices et les exposants sont balisés, et non imités : dioxyde de carbone (CO<sub>2</sub>), mètres carrés (m<sup>2</sup>). Chaque section porte le même nom dans toutes les langues : `#words-used-here` mène aux [mots employés ici][1] dans toutes les éditions HTML et EPUB. Dans une adresse, seule change la langue, par exemple `ar` ou `zh`[^2].
what-each-edition-holds-alert-dj5r = Les programmes repèrent de nombreux obstacles, mais pas tous. Il revient à des personnes de dire si une édition se lit bien, avant tout à celles qui lisent à l’oreille, du bout des doigts ou en gros caractères.

## Pourquoi c’est important

why-it-matters-heading = Pourquoi c’est important
why-it-matters-p-2ocm = <span lang="la">Verba volant, scripta manent</span> (les paroles s’envolent, les écrits restent) : l’adage est ancien. Mais pour qui écoute une page, les écrits doivent eux aussi prendre leur envol, car ils appartiennent à tout le monde :
why-it-matters-quote-zjef = Tout individu a droit à la liberté d’opinion et d’expression, ce qui implique le droit de ne pas être inquiété pour ses opinions et celui de chercher, de recevoir et de répandre, sans considérations de frontières, les informations et les idées par quelque moyen d’expression que ce soit.
why-it-matters-by-vitk = [Déclaration universelle des droits de l’homme][1], article 19

## Mots employés ici

words-used-here-heading = Mots employés ici
words-used-here-term-4aqo = Communiqué
words-used-here-def-a44y = Texte qu’une organisation publie à une date donnée, avec tout ce qui s’y rattache.
words-used-here-term-f53w = Message
words-used-here-def-lk6j = Les mots d’une partie d’un communiqué, par exemple un titre ou un paragraphe, dans une langue.
words-used-here-term-6n3j = Édition
words-used-here-def-zrzf = Un communiqué dans une langue et un format, complet en lui-même.
notes-note-acjt = Les colonnes contenaient le texte hébreu, le même texte en lettres grecques et quatre traductions en grec.
notes-note-gn44 = Dans une adresse, `zh` désigne le chinois en caractères simplifiés ; son étiquette de langue complète est `zh-Hans`.
