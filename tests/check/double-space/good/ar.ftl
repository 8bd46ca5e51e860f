lead-p-iqmc = حقوق الإنسان `a  b`
lead-p-a3u3 = { NUMBER(30) } هنا.
