lead-p-wxpa = Dijo «sí» y “no”.
lead-p-sizb = «Dijo “no”», dijo.
lead-quote-levf = Deben sustituir “las amenazas” por pruebas.
