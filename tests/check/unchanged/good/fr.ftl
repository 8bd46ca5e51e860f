lead-p-fnod = Contact
lead-p-s4t7 = EPUB 3.3
lead-p-xpu4 = Francisco de la Torre
lead-p-3caf = Kofi Annan Foundation
lead-p-ftzz = <span lang="la">Verba volant, scripta manent</span>
lead-p-p5q6 = Voir www.un.org/en ou @UN_OCT
lead-p-c564 = Séance 26
