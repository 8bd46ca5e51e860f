meta-title = 清洁水到达71个村庄
meta-description = 本周开通了水井和管道。
lead-p-f6q2 = { -unoct }于{ $date }开启了71口井中的**最后**一口。[^1]见[报告][1]或[https://example.org/][2]。
built-heading = 建成了什么
said-quote-5j3t = 水是一项权利。
said-by-q3hm = 主任
