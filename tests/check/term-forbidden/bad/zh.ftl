lead-p-bo5i = 成员国尊重人权和公民社会。
