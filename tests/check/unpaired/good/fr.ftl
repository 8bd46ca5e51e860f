lead-p-kxdk = Le bureau de l’État (BLT) n’est pas grand.
lead-p-oeqk = a) le premier ; b) le deuxième ; iv) le quatrième
lead-p-pyeg = Elle a dit : « Il a dit “non” (deux fois [sic]). »
lead-p-7lqx = « Le premier paragraphe.
lead-p-g6e6 = Le deuxième et dernier. »
lead-p-vutf = Une planche de 5" et `(`.
lead-p-3zzv = Voir [le texte][1] (en anglais).
