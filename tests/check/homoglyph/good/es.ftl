lead-p-kmns = El ángulo α y el Δt.
