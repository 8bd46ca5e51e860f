lead-p-zpv3 = L’examen du 26 mai 2021 portait sur 1 234 cas dans quinze États.
lead-p-tdpu = Environ 2,5 millions de personnes, soit 12 %, ont été touchées dans les années 90.
lead-p-olwn = La résolution 71/291 a été adoptée par sept membres au IIIe siècle.
lead-p-swii = La COVID-19 s’est propagée de 2019 à 2020 et a coûté 3 milliards de dollars.
lead-p-wnzg = Le bureau est ouvert de 15 heures à 17 heures, dans deux salles.
