lead-p-qtk7 = [文化组织](https://unesco.example/)和[报告][2]。
