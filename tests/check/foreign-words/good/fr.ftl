lead-p-kmns = Le ministère (外交部) et la Chine (中华人民共和国).
lead-p-nrnc = Le mot мир est russe.
lead-p-tzip = Le nom (Виктор Черномырдин).
