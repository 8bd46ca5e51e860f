lead-p-wxpa = Dijo «sí» y “no”: 5 pulgadas.
lead-p-sizb = «Dijo “no”», dijo.
lead-quote-levf = Deben sustituir “las amenazas” por pruebas.
