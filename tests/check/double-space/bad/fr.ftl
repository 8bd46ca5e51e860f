lead-p-fj57 = Droits  humains
