lead-p-dpso = Le texte est dans dans le livre de de la salle.
