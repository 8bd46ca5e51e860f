lead-p-kwic = Les États Membres respectent les droits humains.
lead-p-g35l = Les Nations Unies soutiennent { -civil-society } et coopèrent avec un État Membre.
lead-p-wsi3 = La Déclaration universelle des droits de l’homme est connue de tous.
