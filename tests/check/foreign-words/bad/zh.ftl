lead-p-66ta = 人人共享 one text for all 一份文本。
lead-p-5x6x = 一个俄语词。
