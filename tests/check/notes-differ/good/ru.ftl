lead-p-5ooz = *[^1][^2]*
