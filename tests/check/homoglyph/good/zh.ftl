lead-p-kmns = 采用HTML的文本。
