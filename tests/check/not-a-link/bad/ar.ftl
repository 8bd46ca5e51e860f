lead-p-77ec = [البرنامج](https://www.un.org/البرنامج كاملا.pdf) جاهز.
lead-item-msli = اقرأ [الكتاب] (https://www.un.org/book).
