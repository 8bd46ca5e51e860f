one-heading = Первое заседание диалога
two-heading = Открытие диалога
three-heading = Заключительное заседание диалога
