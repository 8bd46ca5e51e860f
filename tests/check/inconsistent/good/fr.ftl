one-heading = Séance d’ouverture du dialogue
two-heading = Séance d’ouverture du dialogue
three-heading = Séance de clôture du dialogue
s1-heading = Déclaration
s2-heading = Allocution
