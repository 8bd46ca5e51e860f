one-heading = 线上对话的开幕会议
two-heading = 线上对话的开幕会
three-heading = 线上对话的闭幕会议
