lead-p-2com = Pour le programme, cliquez [ici][1].
