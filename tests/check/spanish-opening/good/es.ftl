lead-p-2gjr = ¿Está listo? ¡Sí! ¿Y ahora qué?
lead-p-dxku = Si no está listo, ¿¡qué hacemos!? «¿Por qué?», preguntó. ¡Qué pena!... Sí.
lead-p-3ljm = Los signos ¿ y ? están aquí; 5!; dudoso (?); Yahoo! compró; véase www.un.org/?a o `a?`
