lead-p-jzan = Voir la [résolution 71/291](https://www.un.org/fr/docs/71-291) et le [Haut-Commissariat][2].
