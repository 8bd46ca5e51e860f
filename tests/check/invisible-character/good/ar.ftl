lead-p-plzn = حقوق‌ها 1442 ه‍ ‏و‎UN‏
