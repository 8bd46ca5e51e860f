lead-p-e2y2 = Lire le [programme, here][1].
