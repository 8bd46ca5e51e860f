-member-states = Estados Miembros
-human-rights = derechos humanos
-civil-society = sociedad civil
-un = Naciones Unidas
    .forbidden = ONU
-un-women = ONU-Mujeres
