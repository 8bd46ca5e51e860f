lead-p-jzan = Véase la resolución 71/291 y la [Oficina](https://www.ohchr.org/es).
