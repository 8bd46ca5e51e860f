lead-p-f6u4 = The office is open to all.
lead-p-gxku = La société civile a un rôle à jouer. Governments have to listen to the voices of civil society.
