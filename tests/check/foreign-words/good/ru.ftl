lead-p-kmns = Лоранс Жерар (Laurence Gerard), «Kofi Annan Foundation», HTML и EPUB.
lead-p-nrnc = Файлы: ar, zh, en, fr, ru, es.
lead-p-tzip = Пишите: yuli.yang@un.org, www.un.org.
