lead-p-jzan = Véanse la [resolución 71/291][1] y la [Oficina][2].

    La [Oficina][2] responde.
