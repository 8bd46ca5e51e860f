lead-p-plzn = Права, 1442
