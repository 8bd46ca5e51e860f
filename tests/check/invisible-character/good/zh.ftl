lead-p-plzn = 人权👨‍👩‍👧
