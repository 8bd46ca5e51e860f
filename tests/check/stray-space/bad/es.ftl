lead-p-xdd5 = Derechos ( todos ) , ¿ ahora ?
