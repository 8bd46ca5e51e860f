lead-p-ricu = Voici la liste: un; deux! Trois?
lead-p-dxh6 = Voici la liste : un ; deux ! Trois ? « Quatre »
lead-p-cbpz = **Mot**: «quatre» et `code`: voir [page d’accueil][1]: fin
lead-p-433m = « Le texte », a dit l’{ NUMBER(30) }: ici.
