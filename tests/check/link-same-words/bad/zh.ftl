lead-p-62rg = 随后发布[日程][1]。
lead-p-6bpu = 两者都是[日程][1]。
