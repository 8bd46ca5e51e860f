lead-p-f6u4 = The office is open to all.
