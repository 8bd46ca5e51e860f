lead-p-2com = Vea el programa [aquí][1].
