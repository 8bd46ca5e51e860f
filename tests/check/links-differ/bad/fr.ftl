lead-p-jzan = Voir la résolution 71/291 et le Haut-Commissariat.
