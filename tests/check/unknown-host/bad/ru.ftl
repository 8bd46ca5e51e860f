lead-p-qtk7 = [Организация](https://fr.unesco.org/) и [доклад][2].
