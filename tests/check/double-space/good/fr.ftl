lead-p-iqmc = Droits  humains `a  b`.
lead-p-ufdc = { NUMBER(30) }
    est ici.
