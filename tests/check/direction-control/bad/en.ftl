lead-p-ytrj = The office ⁦UNOCT met.
lead-item-vlsw = One‬
