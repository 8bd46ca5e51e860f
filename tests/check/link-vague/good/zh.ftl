lead-p-e2y2 = 请看[会议日程][1]。
laya-p-jwdq = [发言][1]
