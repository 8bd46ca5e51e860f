lead-p-iqmc = Права
    человека `a  b`
lead-p-a3u3 = { NUMBER(30) } здесь.
