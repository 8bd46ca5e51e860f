lead-p-wxpa = 她说“是”，又说“不”，宽5英寸。
lead-p-sizb = “他说‘不’”，她说。
lead-quote-levf = 必须用证据取代‘威胁’。
