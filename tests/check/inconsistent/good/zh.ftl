one-heading = 线上对话的开幕会议
two-heading = 线上对话的开幕会议
three-heading = 线上对话的闭幕会议
s1-heading = 发言
s2-heading = 声明
