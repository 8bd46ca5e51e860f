lead-p-ek4v = الفقرة الأولى مترجمة.
untranslated-item-4zv5 = بند مترجم.
translated-heading = عنوان مترجم
translated-p-avgm = تُرجمت هذه الفقرة قبل أن تتغير.
translated-p-wv7w = { "" }
