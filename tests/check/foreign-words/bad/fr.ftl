lead-p-66ta = Un texte, en chinois 人人有权享有主张和发表意见的自由.
lead-p-5x6x = Un mot russe.
