lead-p-kmns = El cοmercio mundial.
