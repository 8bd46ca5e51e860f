lead-p-kwic = Los Estados Miembros respetan los derechos humanos.
lead-p-g35l = Las Naciones Unidas y ONU-Mujeres apoyan a la sociedad civil y trabajan con los Estados Miembros.
lead-p-wsi3 = La Declaración Universal es conocida por todos.
