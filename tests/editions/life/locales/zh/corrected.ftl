meta-title = 一份更正过的文稿
meta-description = 更正的样子。
meta-place = 纽约
lead-correction-fxjl = 早先版本误将[第71/291号决议][1]的年份写作2016年。
lead-correction-nt4s = 办公室的名称现已完整。
lead-p-o3pn = 该决议于2017年通过。
lead-p-ruud = 文稿最近于{ $updated }改动。
