lead-p-ob6p = El Diálogo tenía por objeto realzar el papel que desempeñan los defensores de los derechos humanos y los agentes de la sociedad civil en un momento en que la pandemia está agravando las fracturas. También examinó las organizaciones dirigidas por mujeres y preguntó qué pueden hacer los gobiernos para protegerlas.
lead-p-zekf = Breve.
