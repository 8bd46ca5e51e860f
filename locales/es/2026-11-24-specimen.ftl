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
the-way-of-a-text-p-c2af = El autor escribe el comunicado en Markdown. Cada encabezado, párrafo, celda de tabla y nota se convierte en un mensaje de una lista de traducción de Fluent (<span lang="en">Fluent Translation List</span>, FTL), con un nombre que conserva para siempre. Los traductores sustituyen las palabras de un mensaje y *nada más*: los encabezados, los enlaces y las imágenes proceden del original, de modo que ninguna edición puede omitir un encabezado, intercambiar dos citas ni perder un enlace. Supongamos que el autor corrige una fecha, ~~25 de mayo de 2021~~ <time datetime="2021-05-26">26 de mayo de 2021</time>: a partir de ese momento, las cinco traducciones del párrafo se consideran desactualizadas hasta que una persona las haya revisado. Un párrafo que se publica sin traducir figura en el idioma del original, y queda marcado y contado.
the-way-of-a-text-img-4zoi =
    .alt = Un árbol que crece hacia abajo. Arriba, una página. Debajo, seis recuadros: ar, zh, en, fr, ru, es. Debajo de cada uno de los seis, tres recuadros: HTML, EPUB, TXT (texto sin formato).
    .caption = De un original a dieciocho ediciones
the-way-of-a-text-p-dsyl = El traductor trabaja en tres pasos:
the-way-of-a-text-item-u43m = Abra el archivo de su idioma, por ejemplo `locales/ar/2026-11-24-specimen.ftl`.
the-way-of-a-text-item-v6ve = En un archivo <abbr title="lista de traducción de Fluent">FTL</abbr>, cada mensaje ocupa una línea.
the-way-of-a-text-item-ryjp = Traduzca las palabras y conserve los signos:
the-way-of-a-text-item-jwmt = los asteriscos van por pares, alrededor de las palabras *enfatizadas* o **importantes**;
the-way-of-a-text-item-bxnt = un enlace conserva su número, porque su dirección se guarda en otro lugar;
the-way-of-a-text-item-izlm = la llave de apertura { "{" } abre un marcador de posición, de modo que el autor que quiere poner el signo mismo escribe `\{ "{" }`.
the-way-of-a-text-item-6vni = Compruebe si hay errores y genere después las ediciones de su idioma:

## Qué contiene cada edición

what-each-edition-holds-heading = Qué contiene cada edición
what-each-edition-holds-p-ewqm = Los tres formatos contienen las mismas palabras. El lector las encuentra en una página web, en un libro que sigue la norma [EPUB 3.3][1] o en simples líneas de texto.
what-each-edition-holds-caption-o6xg = Cómo encuentra el lector las partes de un comunicado
what-each-edition-holds-th-f42d = Formato
what-each-edition-holds-th-upty = Encabezados
what-each-edition-holds-th-sasm = Enlaces
what-each-edition-holds-th-dzre = Imágenes
what-each-edition-holds-td-a4rz = HTML
what-each-edition-holds-td-4vle = enumerados antes del texto, si son cuatro o más
what-each-edition-holds-td-nzrh = en el texto
what-each-edition-holds-td-vllb = visibles, con una descripción
what-each-edition-holds-td-gqz2 = EPUB
what-each-edition-holds-td-7uya = enumerados por el sistema de lectura
what-each-edition-holds-td-x3sr = en el texto
what-each-edition-holds-td-amv3 = visibles, con una descripción
what-each-edition-holds-td-z5aw = Texto sin formato
what-each-edition-holds-td-72xj = separados por líneas en blanco
what-each-edition-holds-td-c3yd = numerados, con la lista de direcciones después del texto
what-each-edition-holds-td-o4li = descritas con palabras
what-each-edition-holds-p-lg7v = Los signos pequeños se marcan como tales, no se imitan: dióxido de carbono (CO<sub>2</sub>), metros cuadrados (m<sup>2</sup>). Cada sección tiene un mismo nombre en todos los idiomas: `#words-used-here` lleva a [los términos empleados aquí][1] en todas las ediciones HTML y EPUB. En una dirección solo cambia el idioma, por ejemplo `ar` o `zh`[^2].
what-each-edition-holds-alert-dj5r = Los programas detectan muchas barreras, pero no todas. Decir si una edición se lee bien corresponde a las personas, sobre todo a las que leen con el oído, con el tacto o en letra grande.

## Por qué es importante

why-it-matters-heading = Por qué es importante
why-it-matters-p-2ocm = <span lang="la">Verba volant, scripta manent</span> (las palabras dichas vuelan, las escritas permanecen) es un viejo adagio. Para quien escucha una página, también las palabras escritas deben volar bien, porque son de todos:
why-it-matters-quote-zjef = Todo individuo tiene derecho a la libertad de opinión y de expresión; este derecho incluye el de no ser molestado a causa de sus opiniones, el de investigar y recibir informaciones y opiniones, y el de difundirlas, sin limitación de fronteras, por cualquier medio de expresión.
why-it-matters-by-vitk = [Declaración Universal de Derechos Humanos][1], artículo 19

## Términos empleados aquí

words-used-here-heading = Términos empleados aquí
words-used-here-term-4aqo = Comunicado
words-used-here-def-a44y = Texto que una organización publica en una fecha determinada, con todo lo que forma parte de él.
words-used-here-term-f53w = Mensaje
words-used-here-def-lk6j = Palabras de una parte de un comunicado, por ejemplo un encabezado o un párrafo, en un idioma.
words-used-here-term-6n3j = Edición
words-used-here-def-zrzf = Comunicado en un idioma y en un formato, completo en sí mismo.
notes-note-acjt = Las columnas contenían el texto hebreo, el mismo texto en letras griegas y cuatro traducciones al griego.
notes-note-gn44 = En una dirección, `zh` es el chino en caracteres simplificados; su etiqueta de idioma completa es `zh-Hans`.
