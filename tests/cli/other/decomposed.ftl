meta-title = المياه النظيفة تصل إلى 71 قرية
meta-description = افتُتحت في Café الآبار هذا الأسبوع.
lead-p-5uqt = افتُتحت البئر الأخيرة في { $date }.
