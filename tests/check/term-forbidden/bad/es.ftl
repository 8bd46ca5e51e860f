lead-p-bo5i = Los miembros de la ONU respetan los derechos humanos; ONU-Mujeres los apoya.
