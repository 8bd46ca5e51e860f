lead-p-77ec = Le **[programme](https://www.un.org/le programme.pdf)** est prêt.
