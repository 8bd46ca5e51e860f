lead-p-iqmc = Droits  humains `a  b`
lead-p-a3u3 = { NUMBER(30) }
    est ici.
