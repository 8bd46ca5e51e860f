lead-p-kwic = { -member-states }尊重人权。
lead-p-g35l = 联合国支持民间社会，并与会员国合作。
lead-p-wsi3 = 《世界宣言》众所周知。
