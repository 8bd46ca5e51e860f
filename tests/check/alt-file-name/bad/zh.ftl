lead-img-jnii =
    .alt = photo.jpg
