lead-p-sh3y = Más que que vengan, no no; Baden Baden, `the`.
lead-p-vlu2 = Fin, fin. Sí, sí.
