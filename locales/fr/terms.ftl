# Noms d’organes, de fonctions et d’instruments : le glossaire du projet.

### Un terme s’emploie dans un message sous la forme { -unoct } ou avec des arguments : { -unoct(form: "with-short", article: "de") }.
### $form est la forme : full (par défaut), short, with-short (nom complet suivi du sigle).
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
-unoct =
    { $form ->
       *[full]
            { $article ->
               *[none] Bureau de lutte contre le terrorisme des Nations Unies
                [definite] le Bureau de lutte contre le terrorisme des Nations Unies
                [de] du Bureau de lutte contre le terrorisme des Nations Unies
                [a] au Bureau de lutte contre le terrorisme des Nations Unies
            }
        [short]
            { $article ->
               *[none] BLT
                [definite] le BLT
                [de] du BLT
                [a] au BLT
            }
        [with-short]
            { $article ->
               *[none] Bureau de lutte contre le terrorisme des Nations Unies (BLT)
                [definite] le Bureau de lutte contre le terrorisme des Nations Unies (BLT)
                [de] du Bureau de lutte contre le terrorisme des Nations Unies (BLT)
                [a] au Bureau de lutte contre le terrorisme des Nations Unies (BLT)
            }
    }
-secretary-general =
    { $article ->
       *[none] Secrétaire général de l’Organisation des Nations Unies
        [definite] le Secrétaire général de l’Organisation des Nations Unies
        [de] du Secrétaire général de l’Organisation des Nations Unies
        [a] au Secrétaire général de l’Organisation des Nations Unies
    }
-under-secretary-general-counter-terrorism =
    { $article ->
       *[none] Secrétaire général adjoint à la lutte contre le terrorisme
        [definite] le Secrétaire général adjoint à la lutte contre le terrorisme
        [de] du Secrétaire général adjoint à la lutte contre le terrorisme
        [a] au Secrétaire général adjoint à la lutte contre le terrorisme
    }
# Forme féminine : la fonction était exercée par une femme.
-high-commissioner-human-rights =
    { $article ->
       *[none] Haute-Commissaire des Nations Unies aux droits de l’homme
        [definite] la Haute-Commissaire des Nations Unies aux droits de l’homme
        [de] de la Haute-Commissaire des Nations Unies aux droits de l’homme
        [a] à la Haute-Commissaire des Nations Unies aux droits de l’homme
    }
# Sans article : d’ONU-Femmes, à ONU-Femmes.
-un-women =
    { $article ->
       *[none] ONU-Femmes
        [definite] ONU-Femmes
        [de] d’ONU-Femmes
        [a] à ONU-Femmes
    }
-general-assembly =
    { $article ->
       *[none] Assemblée générale
        [definite] l’Assemblée générale
        [de] de l’Assemblée générale
        [a] à l’Assemblée générale
    }
-member-states =
    { $article ->
       *[none] États Membres
        [definite] les États Membres
        [de] des États Membres
        [a] aux États Membres
    }
# Forme masculine : « Représentante permanente » s’écrit en toutes lettres.
-permanent-representative =
    { $article ->
       *[none] Représentant permanent
        [definite] le Représentant permanent
        [de] du Représentant permanent
        [a] au Représentant permanent
    }
-permanent-mission =
    { $article ->
       *[none] Mission permanente
        [definite] la Mission permanente
        [de] de la Mission permanente
        [a] à la Mission permanente
    }
-charter =
    { $article ->
       *[none] Charte des Nations Unies
        [definite] la Charte des Nations Unies
        [de] de la Charte des Nations Unies
        [a] à la Charte des Nations Unies
    }
-counter-terrorism-strategy =
    { $article ->
       *[none] Stratégie antiterroriste mondiale des Nations Unies
        [definite] la Stratégie antiterroriste mondiale des Nations Unies
        [de] de la Stratégie antiterroriste mondiale des Nations Unies
        [a] à la Stratégie antiterroriste mondiale des Nations Unies
    }
-call-to-action =
    { $article ->
       *[none] Appel à l’action en faveur des droits humains
        [definite] l’Appel à l’action en faveur des droits humains
        [de] de l’Appel à l’action en faveur des droits humains
        [a] à l’Appel à l’action en faveur des droits humains
    }
-global-congress =
    { $article ->
       *[none] Congrès mondial des victimes du terrorisme
        [definite] le Congrès mondial des victimes du terrorisme
        [de] du Congrès mondial des victimes du terrorisme
        [a] au Congrès mondial des victimes du terrorisme
    }
-african-union =
    { $article ->
       *[none] Union africaine
        [definite] l’Union africaine
        [de] de l’Union africaine
        [a] à l’Union africaine
    }
-european-union =
    { $article ->
       *[none] Union européenne
        [definite] l’Union européenne
        [de] de l’Union européenne
        [a] à l’Union européenne
    }
-civil-society =
    { $article ->
       *[none] société civile
        [definite] la société civile
        [de] de la société civile
        [a] à la société civile
    }
# Dans le corps du texte ; « droits de l’homme » dans les noms officiels seulement.
-human-rights =
    { $article ->
       *[none] droits humains
        [definite] les droits humains
        [de] des droits humains
        [a] aux droits humains
    }
-rule-of-law =
    { $article ->
       *[none] état de droit
        [definite] l’état de droit
        [de] de l’état de droit
        [a] à l’état de droit
    }
-violent-extremism =
    { $article ->
       *[none] extrémisme violent
        [definite] l’extrémisme violent
        [de] de l’extrémisme violent
        [a] à l’extrémisme violent
    }
# Garde son nom anglais.
-global-center =
    { $article ->
       *[none] Global Center on Cooperative Security
        [definite] le Global Center on Cooperative Security
        [de] du Global Center on Cooperative Security
        [a] au Global Center on Cooperative Security
    }
-european-center =
    { $article ->
       *[none] European Center for Not-for-Profit Law
        [definite] l’European Center for Not-for-Profit Law
        [de] de l’European Center for Not-for-Profit Law
        [a] à l’European Center for Not-for-Profit Law
    }
