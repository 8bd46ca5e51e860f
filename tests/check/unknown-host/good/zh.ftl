lead-p-qtk7 = [文化组织][1]和[报告](https://DOCS.example/zh/report)。
