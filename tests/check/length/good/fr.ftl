lead-p-ob6p = Le Dialogue visait à valoriser le rôle que jouent les défenseurs des droits humains et les acteurs de la société civile à l’heure où la pandémie creuse les lignes de fracture. Il a aussi examiné les organisations dirigées par des femmes et demandé ce que les gouvernements peuvent faire pour les protéger.
lead-p-zekf = Court.
