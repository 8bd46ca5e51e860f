lead-item-msli = Читайте [эту книгу]  (www.un.org/book).
