lead-p-5ooz = La estrategia[^1] y su examen[^2] van juntos.
