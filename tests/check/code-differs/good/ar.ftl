lead-p-li4u = انظر في `output/ar/` بعد تشغيل `hexapla build`.
