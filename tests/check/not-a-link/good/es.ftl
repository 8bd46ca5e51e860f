lead-p-ispl = El orador [sic] (https es un protocolo) continuó.
