lead-p-dpso = El texto está en en el libro de de la sala.
