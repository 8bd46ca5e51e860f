lead-p-jzan = 见[第71/291号决议][1]、[人权事务高级专员办事处][2]和[报告](https://www.un.org/zh/docs/report)。
lead-p-ht2t = 一个英文词。
