lead-p-kxdk = La oficina (OLCT) no es grande.
lead-p-oeqk = a) el primero; b) el segundo; iv) el cuarto
lead-p-pyeg = Dijo: «Dijo “no” (dos veces [sic])».
lead-p-7lqx = “El primer párrafo.
lead-p-g6e6 = “El segundo y último”.
lead-p-vutf = Una tabla de 5" y `(`.
lead-p-3zzv = Véase [«el texto»][1] (en inglés).
