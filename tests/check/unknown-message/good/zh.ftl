opening-p-34wb = 一段。
