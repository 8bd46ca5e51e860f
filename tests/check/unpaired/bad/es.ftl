lead-p-h5fc = El texto está aquí (véase más abajo.
lead-p-g2f5 = Dijo «sí dos veces.
lead-p-kdag = La película "Voces fue elogiada.
