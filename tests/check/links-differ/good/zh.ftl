lead-p-jzan = 见[人权事务高级专员办事处](https://www.ohchr.org/zh)和[第71/291号决议][1]。
lead-p-ht2t = { "" }
