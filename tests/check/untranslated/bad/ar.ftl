meta-title = المياه للجميع
meta-description = يوم عن المياه.

lead-p-5iiz = تُفتتح الجلسة في جنيف يوم الاثنين.
