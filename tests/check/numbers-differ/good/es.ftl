lead-p-zpv3 = El examen del 26 de mayo de 2021 abarcó 1.234 casos en 15 Estados.
lead-p-tdpu = En los años noventa se llegó a unos 2,5 millones de personas, el 12 %.
lead-p-olwn = La resolución 71/291 fue aprobada por siete miembros en el siglo III.
lead-p-swii = La COVID-19 se propagó de 2019 a 2020 y costó 3.000 millones de dólares.
lead-p-wnzg = La oficina abre de las 15.00 a las 17.00 horas en dos salas.
