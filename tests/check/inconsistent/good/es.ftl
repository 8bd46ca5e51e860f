one-heading = Sesión de apertura del diálogo
two-heading = Sesión de apertura del diálogo
three-heading = Sesión de clausura del diálogo
s1-heading = Declaración
s2-heading = Intervención
