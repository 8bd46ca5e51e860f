lead-p-2gjr = Est-ce prêt ? Oui ! Et maintenant ?
