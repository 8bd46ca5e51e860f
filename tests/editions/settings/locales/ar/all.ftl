meta-title = كل إعداد
meta-description = ما تغيره إعدادات المشروع في نسخه.
meta-kind = بيان صحفي
meta-place = جنيف
meta-source = كُتب من أجل اختبار.
meta-notice = فُقدت كلمات [برنامج الاجتماع][1] في UNOCT.
lead-p-dy3c = في { $date } افتتح المكتب [صفحة][1] خاصة به، وهي طويلة بما يكفي كي تُقسم إلى أسطر عدة في UNOCT.[^1]
notes-note-4eyf = حاشية أيضا.
