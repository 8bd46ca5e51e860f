lead-p-xdd5 = Droits ( tous ) , maintenant .
lead-p-23ij =  Un mot 
