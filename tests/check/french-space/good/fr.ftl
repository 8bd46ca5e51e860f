lead-p-dxh6 = Voici la liste : un ; deux ! Trois ? « Quatre »
lead-p-ndaj = À 10:30, à l’échelle 1:50 000, rapport 2 : 3, voir [https://www.un.org/?a=b:c][1] ; vraiment ?! (?) `a: b; c`
lead-p-fogg = Un : deux ; trois ! <span lang="en">Four: five!</span> Quatre&nbsp;: cinq{ "\u00A0" }: six
