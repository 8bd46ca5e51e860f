lead-p-2com = 查看日程，请[点击这里][1]。
laya-item-gdv3 = 她的[发言][1]很长。
