lead-p-hnse = { 3 ->
    [one] текст
   *[other] текста
 }
