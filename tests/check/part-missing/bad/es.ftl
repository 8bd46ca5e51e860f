share-img-jnii =
    .alt = Tres mujeres a una mesa
share-img-zowo = Una barra
