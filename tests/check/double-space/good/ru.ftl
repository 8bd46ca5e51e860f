lead-p-iqmc = Права
    человека `a  b`.
lead-p-ufdc = { NUMBER(30) } здесь.
