lead-p-sh3y = Más que que vengan, no no; Baden Baden, 10 10, `the`.
lead-p-vlu2 = Fin, fin. Sí, sí.
