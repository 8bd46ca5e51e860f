a =
      x
    y


   z
  .alt =
    { "" }
    q
-t = { $x ->
  [a] 中

      文
 *[b]
   c
   }
   .also = ع
