# Français

meta-title = Signes qui font trébucher les outils
meta-description = Des motifs que certains programmes abîment : voilà ce qui est essayé ici.
lead-p-goxb = [Le rapport][1] ouvre la phrase, le { $date }.
lead-p-3zof = *Accent* au début ; une accolade { "{" } au milieu.
lead-p-lwtc = .start commence par un point.
lead-p-nbgw = Première ligne,<br>deuxième ligne.
lead-p-m2yu = Certaines langues laissent cela de côté.
lead-p-dlc6 = Deux paragraphes ailleurs, avec la [Charte][1].
lead-p-drhg = L’{ -general-assembly } s’est réunie ! « Oui »
lead-img-mymc =
    .alt = Une goutte
    .caption = [Une légende][1] entre crochets
