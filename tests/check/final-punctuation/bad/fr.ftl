lead-p-fxhg = Le texte est prêt :
lead-p-gj35 = Le texte est-il prêt.
lead-p-3rjd = Voici les raisons.
lead-p-7x6r = Elle a dit : « Nous verrons. »
six-heading = Un texte, six langues.
