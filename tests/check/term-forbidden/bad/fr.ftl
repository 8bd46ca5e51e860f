lead-p-bo5i = Les membres de l’Organisation mondiale respectent les droits humains.
