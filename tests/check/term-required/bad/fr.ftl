lead-p-kwic = Les États Membres respectent les droits de l’homme.
lead-p-g35l = Les Nations Unies soutiennent les associations et coopèrent avec les États Membres.
