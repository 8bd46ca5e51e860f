lead-p-g7by = 办公室⁦UNOCT⁩开会。
