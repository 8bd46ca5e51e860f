lead-p-zpv3 = El examen del 26 de mayo de 2012 abarcó 1.234 casos en 15 Estados.
lead-p-tdpu = En los años noventa se llegó a unos 25 millones de personas, el 12 %.
lead-p-olwn = La resolución 71/291 fue aprobada por 7 miembros en el siglo III.
