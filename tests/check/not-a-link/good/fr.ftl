lead-p-7peq = Un lien s’écrit \[mots\](adresse), une image !\[mots\](fichier) : `[words](address)`.
