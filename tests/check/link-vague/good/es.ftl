lead-p-e2y2 = Lea el [programa de la sesión][1].
