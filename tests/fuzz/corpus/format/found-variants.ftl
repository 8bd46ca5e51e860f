a =
      x
    y


   z
  =
    { "" }
    q2
-t=  { $x ->
  [a] 中


    [zero] 

















{ a.b }









 

     pl !文
 *[                                                                           b]
   c
   }e.org/r/water/ ع

   .also = ع
