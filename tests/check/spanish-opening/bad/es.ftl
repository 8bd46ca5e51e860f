lead-p-2gjr = Está listo? ¡Sí! Y ahora qué?
lead-p-uugc = Qué alegría! «Es verdad?», preguntó.
lead-p-hfzx = ¿Está listo. Sí.
