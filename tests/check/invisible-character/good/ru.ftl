lead-p-plzn = Права
