lead-p-plzn = 人权👨‍👩‍👧，1442
