lead-p-fxhg = El texto está listo…
lead-p-gj35 = ¿Está listo el texto?
lead-p-3rjd = Estas son las razones.
lead-p-7x6r = Dijo: «Ya veremos».
