lead-p-dscd = [日程][1]已备好。
lead-p-ispl = 发言者[原文如此]（https是协议名）继续说。
