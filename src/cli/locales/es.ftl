bar = Barra del traductor
skip-to-bar = Ir a la barra del traductor

not-translated = Sin traducir
out-of-date = Por actualizar
error = Error
warning = Advertencia
allowed = Admitido
separator = { ", " }
count = { $what }: { NUMBER($count) }

previous = Anterior
next = Siguiente
entry = { NUMBER($number) } de { NUMBER($all) }: { $what }

source = Original
translation = Traducción
message = Mensaje
place = Lugar
copy-message = Copiar el identificador del mensaje
copy-place = Copiar el lugar
copied = Copiado.
marked = Seleccionado. Cópielo con el teclado.
show-in-text = Mostrar en el texto
help = Qué hacer

nothing-open = Todo está traducido y al día, y las comprobaciones no encuentran nada.
others = Todos los demás mensajes
other-findings = Observaciones que no se refieren a ningún mensaje

made-anew = La página se ha actualizado.
lost = La vista previa no responde. Se vuelve a intentar.
not-published = Hay errores. Este texto se muestra aquí, pero no se publicaría.
older = Los archivos no se pueden leer en su estado actual. Se muestra lo último que pudo prepararse.

cannot-be-made = Esta página no se puede preparar
put-right = Corrija lo que se indica a continuación y guarde el archivo. La página aparecerá por sí sola.
no-such-page = No existe esa página
to-the-beginning = Ir a la primera página
