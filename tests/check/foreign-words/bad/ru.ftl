lead-p-66ta = Один текст (this is not a name) для всех.
lead-p-5x6x = Русское слово.
