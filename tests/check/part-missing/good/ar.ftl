share-img-zowo =
    .alt = شريط ينمو من اليسار إلى اليمين
    .caption = حصة النصوص
