meta-title = نص لم يصدر بعد
meta-description = لا يجوز لأحد نشر هذا بعد.
lead-p-yopb = النص الذي لم يصدر بعد.
