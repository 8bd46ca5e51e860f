lead-p-62rg = Suit le [programme of the first day][1].
