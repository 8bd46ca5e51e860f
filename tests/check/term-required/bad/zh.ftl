lead-p-kwic = 各国尊重人的权利。
lead-p-g35l = 联合国支持社会团体，并与会员国合作。
