lead-p-hnse = 文本。
