lead-p-ikox = 人​权[主页][1]。
