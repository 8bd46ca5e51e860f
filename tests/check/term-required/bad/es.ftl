lead-p-kwic = Los países miembros respetan los derechos humanos.
lead-p-g35l = La Organización apoya a la sociedad civil y trabaja con los Estados Miembros.
