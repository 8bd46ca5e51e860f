lead-p-xdd5 = 人权（ 全部 ） ，现在 。
