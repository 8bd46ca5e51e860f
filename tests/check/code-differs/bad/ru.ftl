lead-p-li4u = Выполните `hexapla build` и откройте `output/ru/`, затем `output/ar/`.
