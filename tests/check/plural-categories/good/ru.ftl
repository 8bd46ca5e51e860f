lead-p-hnse = Текст.
