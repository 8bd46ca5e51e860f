# Textos fijos de las ediciones: todas las palabras que no pertenecen al propio comunicado.

### Las oraciones terminan en punto; las etiquetas y los encabezados, no.
### Al lector se le trata de usted.

## Navegación por la página

skip-link = Saltar al texto
languages = Idiomas
language-missing = { $language } (no disponible)
language-list = { $languages }, { $language }
# Va después de «Idioma:» y también sola: siempre en minúscula.
language-name =
    { $tag ->
        [ar] árabe
        [zh] chino
        [en] inglés
        [fr] francés
        [ru] ruso
        [es] español
       *[other] { $name }
    }
contents = Índice
heading-in-session = { $heading } ({ $session })
releases = Comunicados
choose-language = Elija un idioma
parallel = Idiomas en paralelo
parallel-title = { $title } ({ $languages })
paragraph = Párrafo { NUMBER($number) }
paragraph-link = Enlace al párrafo { NUMBER($number) }
start-of-text = Comienzo del texto
page-title = { $title } — { $organisation }

## Lugar y fecha

dateline = { $place }, { $date }
date-long =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }

## Avisos al comienzo de la edición

unofficial-translation =
    { $source ->
        [ar] Traducción no oficial del árabe.
        [zh] Traducción no oficial del chino.
        [en] Traducción no oficial del inglés.
        [fr] Traducción no oficial del francés.
        [ru] Traducción no oficial del ruso.
        [es] Traducción no oficial del español.
       *[other] Traducción no oficial del idioma original ({ $name }).
    }
original-text =
    { $source ->
        [ar] Texto original en árabe
        [zh] Texto original en chino
        [en] Texto original en inglés
        [fr] Texto original en francés
        [ru] Texto original en ruso
        [es] Texto original en español
       *[other] Texto original ({ $name })
    }
# many: millones exactos, que piden «de» («1 000 000 de párrafos»).
untranslated =
    { $count ->
        [one] { NUMBER($count) } párrafo no está traducido y figura en el idioma del original.
        [many] { NUMBER($count) } de párrafos no están traducidos y figuran en el idioma del original.
       *[other] { NUMBER($count) } párrafos no están traducidos y figuran en el idioma del original.
    }
outdated =
    { $count ->
        [one] El original de { NUMBER($count) } párrafo ha cambiado desde que se tradujo.
        [many] El original de { NUMBER($count) } de párrafos ha cambiado desde que se tradujeron.
       *[other] El original de { NUMBER($count) } párrafos ha cambiado desde que se tradujeron.
    }

## Oradores y citas

# El nombre empieza por «Sr.», «Sra.», «Excma. Sra.»…, sin artículo; por eso los dos puntos.
statement-by = Declaración: { $speaker }
statement-by-in-session = Declaración: { $speaker } ({ $session })
no-quotation = La fuente no recoge ninguna cita.
quotation-open = «
quotation-close = »
inner-quotation-open = “
inner-quotation-close = ”
attribution = — { $name }

## Notas, enlaces, imágenes y tablas

notes = Notas
note = Nota { NUMBER($number) }
# «Llamada» es el signo que en el texto remite a la nota.
note-back = Volver a la llamada de la nota { NUMBER($number) }
note-line = Nota { NUMBER($number) }. { $text }
links = Enlaces
# Palabras tachadas (que ya no valen), en texto sin formato. $words (String).
struck-out = [suprimido: { $words }]
image = Imagen: { $alt }
image-caption = Pie de imagen: { $caption }
# «Tabla», como dicen los lectores de pantalla, y no «cuadro».
table = Tabla
table-caption = Tabla: { $caption }
table-cell = { $column }: { $value }
table-cell-separator = ;{ " " }
table-row-end = .
definition-line = { $term }: { $definition }
code = Código:
code-in = Código ({ $language }):
code-end = Fin del código.
alert-note = Observación
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución

## Acerca de la edición

labelled = { $label }: { $value }
about = Acerca de este texto
about-language = Idioma
about-published = Fecha de publicación
about-updated = Fecha de actualización
about-source = Fuente
about-editions = En otros idiomas
about-address = Dirección de esta edición
formats = Otros formatos
format-html = Página web (HTML)
format-epub = Libro electrónico (EPUB)
# No «texto plano», que es un calco.
format-text = Texto sin formato
# Antes de «kB», espacio de no separación.
format-size = { $format }, { NUMBER($kilobytes) } kB
accessibility = Accesibilidad
access-all-text = Todo el contenido es texto.
access-structure = Los encabezados, las listas y las citas están marcados como tales y siguen el orden de lectura.
access-contents = Desde el índice se puede ir a todas las secciones.
access-display = Se pueden cambiar el tamaño del texto, el espaciado y los colores.
access-images =
    { $count ->
        [one] La imagen tiene texto alternativo.
        [many] Todas las imágenes ({ NUMBER($count) }) tienen texto alternativo.
       *[other] Las { NUMBER($count) } imágenes tienen texto alternativo.
    }
access-tables =
    { $count ->
        [one] La tabla tiene título y encabezados.
        [many] Todas las tablas ({ NUMBER($count) }) tienen título y encabezados.
       *[other] Las { NUMBER($count) } tablas tienen título y encabezados.
    }
access-languages = Las palabras en otros idiomas están marcadas como tales para la síntesis de voz y el braille.
access-no-hazards = No hay destellos, movimientos ni sonidos.
access-unlocked = El archivo no tiene protección contra copia.
ask-for-format = Para pedir este texto en otro formato, por ejemplo en letra grande o en braille, escriba a
