lead-p-ikox = Derechos​ humanos ‌[página principal][1].
