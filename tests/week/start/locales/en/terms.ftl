# The names of bodies.

-wmo = World Meteorological Organization
