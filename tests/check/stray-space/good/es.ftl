lead-p-6dc7 = Derechos (todos), ¿ahora? 1 : 2 ... .com.
