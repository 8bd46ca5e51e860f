lead-p-gnla = La <abbr title="Oficina{ "\u0007" }">UNOCT</abbr> se reunió.
