lead-p-zh7j = [][1]报告也是。
