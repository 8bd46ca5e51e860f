lead-p-5ooz = 战略及其审查密不可分。
