one-heading = Sesión de apertura del diálogo
two-heading = Apertura del diálogo
three-heading = Sesión de clausura del diálogo
