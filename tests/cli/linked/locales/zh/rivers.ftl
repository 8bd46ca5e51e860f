meta-title = 河
meta-description = 河流。
figures-heading = 数字
figures-p-pvcv = 七。
