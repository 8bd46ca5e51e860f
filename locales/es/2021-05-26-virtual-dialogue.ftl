# Español: content/2021-05-26-virtual-dialogue/index.md

### El respeto de los derechos humanos y del estado de derecho es fundamental para luchar eficazmente contra el terrorismo

meta-title = El respeto de los derechos humanos y del estado de derecho es fundamental para luchar eficazmente contra el terrorismo
meta-description = Un Diálogo Virtual de dos días, organizado conjuntamente por la Oficina de las Naciones Unidas de Lucha contra el Terrorismo (OLCT) y la Misión Permanente de España ante las Naciones Unidas, reunió a Estados Miembros, entidades de las Naciones Unidas, agentes de la sociedad civil y otras partes interesadas. Los participantes intercambiaron opiniones sobre el modo de hacer frente al terrorismo y al extremismo violento y, al mismo tiempo, salvaguardar y promover los derechos humanos.
meta-kind = Comunicado de prensa
meta-series = Diálogo Virtual con Asociados en las Esferas de los Derechos Humanos y la Sociedad Civil sobre la Construcción de un Paradigma Mejor para Prevenir y Combatir el Terrorismo, 25 y 26 de mayo de 2021
meta-place = Nueva York
meta-organisation = Oficina de las Naciones Unidas de Lucha contra el Terrorismo (OLCT)
meta-source = Comunicado de prensa del 26 de mayo de 2021. El texto se recuperó de un PDF en el que se había perdido el destino de la mayoría de los enlaces: sus palabras figuran aquí sin enlace. Se han corregido los encabezados, la puntuación y los nombres de dos organizaciones, que estaban mal escritos, y se ha desarrollado una abreviatura; no se ha cambiado ni una palabra de lo que se dijo.
meta-notice = En el original, las palabras «Declaración» y «Programa» entre paréntesis eran enlaces cuyo destino se ha perdido.
lead-p-you2 = Hoy concluyó el Diálogo Virtual con Asociados en las Esferas de los Derechos Humanos y la Sociedad Civil sobre la Construcción de un Paradigma Mejor para Prevenir y Combatir el Terrorismo, de dos días de duración, organizado conjuntamente por la { -unoct(form: "with-short") } y la { -permanent-mission } de España ante las { -united-nations }. Abrieron el Diálogo con sus intervenciones el { -under-secretary-general-counter-terrorism } de las { -united-nations }, Vladimir Voronkov; la Ministra de Asuntos Exteriores de España, Arancha González Laya; y la { -high-commissioner-human-rights }, Michelle Bachelet. En la sesión de clausura participaron el Excmo. Sr. Agustín Santos Maraver, { -permanent-representative } de España ante las { -united-nations }; el Excmo. Sr. Mohamed Al Hassan, { -permanent-representative } de la Sultanía de Omán ante las { -united-nations }; y el Sr. Francisco de la Torre, Alcalde de Málaga (España).
lead-p-tgky = El acto virtual, de dos días de duración, reunió a { -member-states }, entidades de las Naciones Unidas, representantes del ámbito de los derechos humanos, grupos dirigidos por mujeres, jóvenes y agentes de la sociedad civil, una víctima del terrorismo, así como especialistas y otras partes interesadas, en un intercambio práctico de opiniones sobre el modo de hacer frente al terrorismo y al { -violent-extremism } y, al mismo tiempo, salvaguardar y promover los { -human-rights }, en particular los derechos de las mujeres, los niños y las víctimas del terrorismo.
lead-p-347b = Los grupos terroristas siguen cometiendo los más atroces abusos contra los derechos humanos, propagando el odio e incitando a la violencia. Al mismo tiempo, si los { -member-states } vulneran los derechos humanos en nombre de la lucha contra el terrorismo, pueden hacer el juego a los terroristas y favorecer su discurso y sus tácticas de reclutamiento.
lead-p-dsyx = El Diálogo tenía por objeto realzar y dar a conocer mejor el papel que desempeñan los defensores de los derechos humanos y los agentes de la sociedad civil, incluidas las organizaciones dirigidas por mujeres, en un momento en que la COVID-19 está agravando las fracturas que los terroristas tratan de aprovechar, como las desigualdades socioeconómicas, los problemas de gobernanza, la privación de derechos políticos, la desigualdad y la discriminación de género, las violaciones de los derechos humanos y el uso indebido de las nuevas tecnologías.
lead-p-wist = El Diálogo rindió homenaje a las víctimas del terrorismo y abogó por que se reforzaran la cooperación internacional en favor de las víctimas y los supervivientes del terrorismo y el apoyo que se les presta. El documental «VictimA — Víctimas del terrorismo: voces de mujeres de España», presentado el 26 de mayo, recoge las voces de cinco mujeres víctimas de actos terroristas cometidos en España a lo largo de varios decenios. La película trata de explorar cómo esos actos repercutieron en la vida de las mujeres y cómo ellas se convirtieron en agentes de cambio.
lead-p-mtuf = Este acto respalda el { -call-to-action } del { -secretary-general } y forma parte de la labor de la { -unoct(form: "short") } para facilitar que la { -civil-society } participe en las actividades de la Oficina y contribuya a ellas de manera activa, inclusiva y genuina.
lead-p-qdj5 = Este Diálogo es un preludio del primer { -global-congress }, que las { -united-nations } convocarán más adelante este año, y de la conferencia internacional presencial de alto nivel sobre derechos humanos, sociedad civil y lucha contra el terrorismo que la { -unoct(form: "short") } organizará conjuntamente con el Gobierno de España a principios de 2022 en Málaga. El Diálogo sirvió también para intercambiar ideas y hacer aportaciones en el contexto del séptimo examen de la { -counter-terrorism-strategy } por la { -general-assembly } (junio de 2021), del que son cofacilitadores los { -permanent-representative(form: "plural") } de Omán y España ante las { -united-nations }.

## Citas: sesión de apertura

opening-session-heading = Citas: sesión de apertura
opening-session-p-o2q7 = (Programa)

## Sr. Vladimir Voronkov, { -under-secretary-general-counter-terrorism }, { -unoct(form: “short”) }

voronkov-opening-heading = Sr. Vladimir Voronkov, { -under-secretary-general-counter-terrorism }, { -unoct(form: "short") }
voronkov-opening-quote-yy65 = Defender los derechos humanos y el estado de derecho no es solo una cuestión de compromiso moral con los principios y valores de la { -charter } y una obligación en virtud del derecho internacional. Es un requisito indispensable para la eficacia estratégica y operacional y la sostenibilidad de las iniciativas de lucha contra el terrorismo.
voronkov-opening-quote-zj6z = Los agentes de la sociedad civil tienen un papel fundamental que desempeñar en la compleja labor de prevenir y combatir el terrorismo. Ese papel puede y debe seguir fomentándose y apoyándose en el marco de un enfoque que abarque a toda la sociedad.
voronkov-opening-p-i4qq = (Declaración)

## Excma. Sra. Arancha González Laya, Ministra de Asuntos Exteriores de España

gonzalez-laya-heading = Excma. Sra. Arancha González Laya, Ministra de Asuntos Exteriores de España
gonzalez-laya-quote-dtup = El terrorismo es un fenómeno mundial que exige una respuesta transnacional y, por ello, la cooperación internacional es clave. España concede especial importancia a la promoción de los derechos humanos, así como al papel que desempeña la sociedad civil en la construcción de un paradigma nuevo y mejor para prevenir y combatir el terrorismo.
gonzalez-laya-quote-5pla = Defender los derechos humanos es una obligación tanto jurídica como moral y, además, mejora la eficacia operacional. En la lucha contra el terrorismo es necesario tener en cuenta su dimensión de género. Las mujeres y las niñas no son solo víctimas, sino también agentes principales de la prevención, la lucha y la reconstrucción del espacio público.
gonzalez-laya-quote-tol6 = Las víctimas del terrorismo deben ocupar un lugar central en la lucha contra el terrorismo, para asegurar que se reconozcan su dignidad y su memoria, luchar contra el olvido y garantizar su protección.

## Sra. Michelle Bachelet, { -high-commissioner-human-rights }

bachelet-heading = Sra. Michelle Bachelet, { -high-commissioner-human-rights }
bachelet-quote-rytp = Mi postura es clara. Estoy convencida de que las respuestas al terrorismo deben basarse en los derechos humanos y el estado de derecho, porque eso es lo correcto y porque, en última instancia, es el enfoque más eficaz. La lección de los dos últimos decenios es que las medidas represivas, la opresión y las respuestas militarizadas no solo no funcionan, sino que son contraproducentes. Para ser eficaces, las estrategias de lucha contra el terrorismo deben basarse en las leyes, defender los derechos humanos y asegurar que se rindan cuentas de toda violación de los derechos humanos.
bachelet-p-i4qq = (Declaración)

## Embajador Osman Khamara, en nombre del Excmo. Sr. Bankole Adeoye, Comisionado de Asuntos Políticos, Paz y Seguridad de la { -african-union }

adeoye-heading = Embajador Osman Khamara, en nombre del Excmo. Sr. Bankole Adeoye, Comisionado de Asuntos Políticos, Paz y Seguridad de la { -african-union }
adeoye-quote-muby = Es necesario adoptar un enfoque integrado, coordinado, multifacético y a largo plazo, que aborde los derechos humanos, así como las causas profundas del terrorismo y el extremismo violento en nuestro ámbito.

## Excma. Sra. Ylva Johansson, Comisaria de Asuntos de Interior de la { -european-union }

johansson-heading = Excma. Sra. Ylva Johansson, Comisaria de Asuntos de Interior de la { -european-union }
johansson-p-i4qq = (Declaración)

## Sra. Åsa Regnér, Subsecretaria General y Directora Ejecutiva Adjunta de { -un-women } (nombre por confirmar)

regner-heading = Sra. Åsa Regnér, Subsecretaria General y Directora Ejecutiva Adjunta de { -un-women } (nombre por confirmar)

## Sr. Eelco Kessels, Director Ejecutivo del { -global-center }

kessels-heading = Sr. Eelco Kessels, Director Ejecutivo del { -global-center }
kessels-quote-7yeu = La sociedad civil seguirá trabajando incansablemente para prevenir el extremismo violento, organizarse por sí misma a fin de que se oigan sus voces y exigir cuentas a quienes ejercen el poder. Los gobiernos y las organizaciones multilaterales tienen que establecer las modalidades y aportar los recursos necesarios para crear y mantener alianzas genuinas con una gran diversidad de partes interesadas no gubernamentales.
kessels-p-i4qq = (Declaración)

## Sra. Katerina Hadzi-Miceva Evans, Directora Ejecutiva del { -european-center }

hadzi-miceva-evans-heading = Sra. Katerina Hadzi-Miceva Evans, Directora Ejecutiva del { -european-center }
hadzi-miceva-evans-quote-xmsz = Tenemos que sustituir la “prevención de amenazas indefinidas” por enfoques de lucha contra el terrorismo basados en datos empíricos; integrar mejor la labor de las Naciones Unidas contra el terrorismo en la misión y los objetivos más amplios de la Organización; hacer de los derechos humanos y el género un objetivo de esa labor y establecer una supervisión. Y todo ello debe lograrse mediante un enfoque ampliamente participativo e inclusivo, que propicie y proteja el espacio cívico.
hadzi-miceva-evans-p-i4qq = (Declaración)

## Citas: sesión de clausura, 26 de mayo

closing-session-heading = Citas: sesión de clausura, 26 de mayo

## Sr. Vladimir Voronkov, { -under-secretary-general-counter-terrorism }, { -unoct(form: “short”) }

voronkov-closing-heading = Sr. Vladimir Voronkov, { -under-secretary-general-counter-terrorism }, { -unoct(form: "short") }
voronkov-closing-quote-75ul = No solo tenemos que mantener, sino también traducir en acciones, el firme compromiso y el impulso internacionales para mejorar la cooperación internacional en favor de las víctimas y los supervivientes del terrorismo y el apoyo que se les presta. El documental “VictimA” es otro ejemplo elocuente de su resiliencia y su increíble valor ante la adversidad. Arroja luz sobre las dimensiones de género de la experiencia de las víctimas —que con demasiada frecuencia se pasan por alto— y sobre la necesidad de empoderar a las mujeres víctimas como agentes de cambio.
voronkov-closing-p-i4qq = (Declaración)

## Excmo. Sr. Agustín Santos, Embajador y { -permanent-representative } de España ante las { -united-nations(form: “short”) }

santos-heading = Excmo. Sr. Agustín Santos, Embajador y { -permanent-representative } de España ante las { -united-nations(form: "short") }
santos-quote-5ywk = La prevención del terrorismo y la lucha contra él son una prioridad para España, mediante la mejora del paradigma existente: profundizando en la perspectiva de los derechos humanos y fortaleciendo el papel de la sociedad civil. En particular, el papel de las organizaciones de la sociedad civil en España ha sido clave en la asistencia a las víctimas del terrorismo.
santos-quote-xzxo = España es cofacilitadora, junto con Omán, del séptimo examen de la { -counter-terrorism-strategy }. Espero que su resultado final muestre la evolución de la lucha contra el terrorismo en las Naciones Unidas en los tres últimos años, reforzando nuestro acuerdo sobre el modo de combatir y prevenir el terrorismo y adaptándolo a las nuevas circunstancias y amenazas; avanzando en la defensa de los derechos humanos y aumentando el papel que desempeña la sociedad civil; y consolidando la actual arquitectura institucional de las Naciones Unidas, incluida la { -unoct(form: "short") }.
santos-p-i4qq = (Declaración)

## Francisco de la Torre, Alcalde de Málaga

de-la-torre-heading = Francisco de la Torre, Alcalde de Málaga
de-la-torre-quote-zt4a = Málaga espera con gran interés acoger la Conferencia Regional de las Naciones Unidas sobre Derechos Humanos y Sociedad Civil que tendrá lugar en 2022. Daremos una calurosa bienvenida a todos los participantes para continuar estos importantes debates.
de-la-torre-p-i4qq = (Declaración)

## Excmo. Sr. Mohamed Al Hassan, Embajador y { -permanent-representative } de la Sultanía de Omán ante las { -united-nations } en Nueva York

al-hassan-heading = Excmo. Sr. Mohamed Al Hassan, Embajador y { -permanent-representative } de la Sultanía de Omán ante las { -united-nations } en Nueva York
al-hassan-quote-goh2 = Todos sabemos, por los expertos y por diversos estudios, que el terrorismo tiene causas, entre las que figuran la pobreza, la falta de esperanza, la dominación extranjera y, a veces, las acciones de los Estados. Debemos examinar esas causas. Los Estados y los gobiernos tienen que pasar de las palabras a los hechos. Todos podemos hacerlo mejor en esta lucha mundial contra el terrorismo, porque no hacerlo es más arriesgado.
al-hassan-p-i4qq = (Declaración)

## Más información

more-information-heading = Más información
more-information-item-p2ec = Visite: [www.un.org/counterterrorism/events/virtual-dialogue-human-rights-cso][1]
more-information-item-h526 = Contacto: Sra. Laurence Gerard, [gerardl@un.org][1], y Sra. Yuli Yang, [yuli.yang@un.org][2]
more-information-item-lze4 = Síganos en Twitter, en la cuenta @UN_OCT, y mediante la etiqueta #UNiteToCounterTerrorism
