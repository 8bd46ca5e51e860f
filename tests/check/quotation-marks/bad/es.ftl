lead-p-b66z = Dijo "sí" y „no“.
lead-p-sizb = «Dijo "no"», dijo.
