lead-p-qtk7 = [Организация][1] и [доклад](https://www.ohchr.org/ru).
