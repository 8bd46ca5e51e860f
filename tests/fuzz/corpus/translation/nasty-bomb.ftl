a = {b}{b}{b}{b}
b = {c}{c}{c}{c}
c = {d}{d}{d}{d}
d = {e}{e}{e}{e}
e = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
said-heading = {a}{a}
