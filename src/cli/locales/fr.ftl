bar = Barre du traducteur
skip-to-bar = Aller à la barre du traducteur

not-translated = Non traduit
out-of-date = À mettre à jour
error = Erreur
warning = Avertissement
allowed = Admis
separator = { ", " }
count = { $what } : { NUMBER($count) }

previous = Précédent
next = Suivant
entry = { NUMBER($number) } sur { NUMBER($all) } : { $what }

source = Original
translation = Traduction
message = Message
place = Emplacement
copy-message = Copier l’identifiant du message
copy-place = Copier l’emplacement
copied = Copié.
marked = Sélectionné. Copiez à l’aide du clavier.
show-in-text = Afficher dans le texte
help = Que faire

nothing-open = Tout est traduit et à jour, et les vérifications n’ont rien relevé.
others = Tous les autres messages
other-findings = Observations qui ne portent sur aucun message

made-anew = La page a été mise à jour.
lost = L’aperçu ne répond plus. Nouvel essai en cours.
not-published = Il y a des erreurs. Ce texte est affiché ici, mais il ne serait pas publié.
older = Les fichiers ne peuvent pas être lus dans leur état actuel. La dernière version qui a pu être établie est affichée.

cannot-be-made = Cette page ne peut pas être établie
put-right = Corrigez ce qui est indiqué ci-dessous et enregistrez le fichier. La page s’affichera alors d’elle-même.
no-such-page = Cette page n’existe pas
to-the-beginning = Aller à la première page
