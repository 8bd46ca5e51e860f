lead-p-iqmc = حقوق الإنسان `a  b`.
lead-p-ufdc = { NUMBER(30) } هنا.
