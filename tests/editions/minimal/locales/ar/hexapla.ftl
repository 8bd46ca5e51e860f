organisation = الأمم المتحدة
