lead-p-li4u = شغّل `hexapla بناء` ثم انظر في `output/ar/`.
