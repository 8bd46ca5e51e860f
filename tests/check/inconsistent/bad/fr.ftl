one-heading = Séance d’ouverture du dialogue
two-heading = Séance d’ouverture du dialogue
three-heading = Séance d’ouverture du dialogue
