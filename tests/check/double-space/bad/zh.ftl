lead-p-fj57 = 人权  EPUB
