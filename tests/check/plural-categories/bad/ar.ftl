lead-p-hnse = { 3 ->
    [one] نص
   *[other] نصوص
 }
