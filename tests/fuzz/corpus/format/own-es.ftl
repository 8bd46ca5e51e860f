# Español: content/2026-11-24-specimen/index.md

### Un texto, seis idiomas, dieciocho ediciones

meta-title = Un texto, seis idiomas, dieciocho ediciones
meta-description = Un comunicado sobre el propio proyecto Hexapla. Muestra lo que pocas veces necesita un comunicado de prensa: una imagen, una tabla, listas, notas, definiciones y código.
meta-kind = Muestra
meta-series = Muestras de Hexapla
meta-organisation = Proyecto Hexapla
meta-source = Escrito en inglés para este proyecto, a fin de mostrar todos los tipos de bloque que puede contener una edición.
lead-p-fyst = Hexapla convierte un comunicado en dieciocho ediciones: en lenguaje de marcado de hipertexto (HTML), en EPUB y en texto sin formato, para cada uno de los seis idiomas oficiales de las { -united-nations }. Debe su nombre a la <cite>Hexapla</cite> de Orígenes, quien en el siglo III dispuso un texto sagrado en seis columnas paralelas[^1]. Nuestras columnas son seis idiomas, y una regla las mantiene paralelas:
lead-p-uixu = La estructura se escribe **una vez**;<br>las palabras se escriben **seis veces**.
lead-p-ibfl = { "" }

## El recorrido de un texto

the-way-of-a-text-heading = El recorrido de un texto
the-way-of-a-text-p-c2af = El autor escribe el comunicado en Markdown. Cada encabezado, párrafo, celda de tabla y nota se convierte en un mensaje de una lista de traducción de Fluent (<span lang="en">Fluent Translation List</span>, FTL), con un nombre que conserva para siempre. Los traductores sustituyen las palabras de un mensaje y *nada más*: los encabezados, los enlaces y las imágenes proceden del original, de modo que ninguna edición puede omitir un encabezado, intercambiar dos citas ni perder un enlace. Supongamos que el autor corrige una fecha, ~~25 de mayo de 2021~~ <time datetime="2021-05-26">26 de mayo de 2021</time>: a partir de ese momento, las cinco traducciones del párrafo se consideran desactualizadas hasta que una persona las haya revisado. Un párrafo que se publica sin traducir figura en