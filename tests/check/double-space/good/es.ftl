lead-p-iqmc = Derechos { "  " } humanos `a  b`.
