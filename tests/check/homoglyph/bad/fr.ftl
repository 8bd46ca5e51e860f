lead-p-kmns = Le tехte est court.
