lead-p-gnel = 第一，第二；是这样吗？
