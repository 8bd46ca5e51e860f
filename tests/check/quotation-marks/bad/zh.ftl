lead-p-b66z = 她说"是"和"不"。
lead-p-sizb = 「他说『不』」，她说。
lead-quote-5dk3 = 必须用*证据*取代"威胁"。
