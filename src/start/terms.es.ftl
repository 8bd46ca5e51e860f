# Nombres de órganos, cargos e instrumentos: el glosario del proyecto.

### Un término se usa en un mensaje como { -united-nations }, o con un argumento: { -united-nations(form: "short") }.
### .also: otras formas admitidas; .forbidden: formas que no se usan; entre dos formas, punto y coma.
### Los términos no llevan artículo: se escriben ante ellos «el», «del», «al», «la» o «las».

# Plural femenino, con artículo: «las Naciones Unidas». La forma breve es la misma: nunca «ONU».
-united-nations =
    { $form ->
       *[full] Naciones Unidas
        [short] Naciones Unidas
    }
    .forbidden = ONU
