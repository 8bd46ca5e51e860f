lead-p-kmns = La paz (السلام) y el mundo (мир).
