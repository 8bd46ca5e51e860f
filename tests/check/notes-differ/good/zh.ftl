lead-p-5ooz = { "" }
