lead-p-ikox = Droits​ humains, coopé­ration [page d’accueil][1].
lead-p-in2o = Voir www.un.org/​en.
