lead-p-fj57 = Derechos  humanos
