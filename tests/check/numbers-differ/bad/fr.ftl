lead-p-zpv3 = L’examen du 26 mai 2021 portait sur 1 234 cas dans quinze États et 3 villes.
lead-p-tdpu = Environ 2,5 millions de personnes, soit 21 %, ont été touchées dans les années 1990.
lead-p-olwn = La résolution 71/291 a été adoptée par six membres au IIIe siècle.
