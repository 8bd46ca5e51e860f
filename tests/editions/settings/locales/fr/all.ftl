meta-title = Tous les réglages
meta-description = Ce que les réglages d’un projet changent dans ses éditions.
meta-kind = Communiqué de presse
meta-place = Genève
meta-source = Écrit pour un essai.
meta-notice = Les mots sur [le programme de la réunion][1] sont perdus.
lead-p-dy3c = Le { $date }, le bureau a ouvert [une page][1] à lui, assez longue pour que la ligne soit coupée[^1].
notes-note-4eyf = Une note aussi.
