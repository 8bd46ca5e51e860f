lead-p-jzan = См. [резолюцию 71/291][1], [Управление](https://www.ohchr.org/ru) и [доклад](https://www.un.org/ru/docs/report).
