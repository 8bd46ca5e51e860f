lead-item-ojsp = Lea [el texto] (mailto:texto@un.org).
