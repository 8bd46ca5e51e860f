one-heading = Открытие диалога
two-heading = Открытие диалога
three-heading = Закрытие диалога
s1-heading = Выступление
s2-heading = Заявление
