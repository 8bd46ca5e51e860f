lead-p-g7by = Управление ‪⁦UNOCT⁩‬ собралось.
