lead-p-kmns = μm, ΔT, αβ : l’unité.
