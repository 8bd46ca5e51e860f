share-img-jnii =
    .caption = Tres mujeres
