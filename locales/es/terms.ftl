# Nombres de órganos, cargos e instrumentos: el glosario del proyecto.

### Un término se usa en un mensaje como { -unoct }, o con un argumento: { -unoct(form: "short") }.
### .also: otras formas admitidas; .forbidden: formas que no se usan; entre dos formas, punto y coma.
### Los términos no llevan artículo: se escriben ante ellos «el», «del», «al», «la» o «las».

# Plural femenino, con artículo: «las Naciones Unidas». La forma breve es la misma: nunca «ONU».
-united-nations =
    { $form ->
       *[full] Naciones Unidas
        [short] Naciones Unidas
    }
    .forbidden = ONU
# Femenino: «la Oficina», «la OLCT».
-unoct =
    { $form ->
       *[full] Oficina de las Naciones Unidas de Lucha contra el Terrorismo
        [short] OLCT
        [with-short] Oficina de las Naciones Unidas de Lucha contra el Terrorismo (OLCT)
    }
-secretary-general = Secretario General de las Naciones Unidas
-under-secretary-general-counter-terrorism = Secretario General Adjunto de Lucha contra el Terrorismo
# En femenino, porque el cargo lo ocupa una mujer.
-high-commissioner-human-rights = Alta Comisionada de las Naciones Unidas para los Derechos Humanos
# Sin artículo.
-un-women = ONU-Mujeres
-general-assembly = Asamblea General
-member-states = Estados Miembros
# Igual en masculino y en femenino: «el» o «la Representante Permanente».
-permanent-representative =
    { $form ->
       *[singular] Representante Permanente
        [plural] Representantes Permanentes
    }
-permanent-mission = Misión Permanente
-charter = Carta de las Naciones Unidas
-counter-terrorism-strategy = Estrategia Global de las Naciones Unidas contra el Terrorismo
-call-to-action = Llamamiento a la Acción en favor de los Derechos Humanos
-global-congress = Congreso Mundial de las Víctimas del Terrorismo
-african-union = Unión Africana
-european-union = Unión Europea
-civil-society = sociedad civil
-human-rights = derechos humanos
-rule-of-law = estado de derecho
-violent-extremism = extremismo violento
# Los nombres de estas dos organizaciones no se traducen; con artículo: «el», «del».
-global-center = Global Center on Cooperative Security
-european-center = European Center for Not-for-Profit Law
