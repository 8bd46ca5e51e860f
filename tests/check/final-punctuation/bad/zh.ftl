lead-p-fxhg = 文本已备好
lead-p-gj35 = 文本备好了吗。
lead-p-3rjd = 理由如下。
lead-p-7x6r = 她说：“我们拭目以待。”
six-p-nfac = 立即行动
