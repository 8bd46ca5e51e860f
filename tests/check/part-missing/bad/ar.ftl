share-img-zowo =
    .caption = حصة النصوص
