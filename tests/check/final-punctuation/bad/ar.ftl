lead-p-fxhg = النص جاهز
lead-p-gj35 = هل النص جاهز.
lead-p-3rjd = هذه هي الأسباب.
lead-p-7x6r = قالت: «سنرى.»
