lead-p-dxh6 = Esta es la lista: uno; ¡dos! ¿Tres? «Cuatro»
