# Noms d’organes, de fonctions et d’instruments : le glossaire du projet.

### Un terme s’emploie dans un message sous la forme { -united-nations } ou avec des arguments : { -united-nations(form: "short", article: "de") }.
### $form est la forme : full (par défaut) ou short (sigle).
### .also : autres formes admises ; .forbidden : formes proscrites ; un point-virgule entre deux formes.
### $article joint l’article ou la préposition : none (sans article, par défaut), definite (le, la, l’, les), de (du, de la, de l’, des), a (au, à la, à l’, aux).

-united-nations =
    { $form ->
       *[full]
            { $article ->
               *[none] Organisation des Nations Unies
                [definite] l’Organisation des Nations Unies
                [de] de l’Organisation des Nations Unies
                [a] à l’Organisation des Nations Unies
            }
        [short]
            { $article ->
               *[none] ONU
                [definite] l’ONU
                [de] de l’ONU
                [a] à l’ONU
            }
    }
    .also = Nations Unies
