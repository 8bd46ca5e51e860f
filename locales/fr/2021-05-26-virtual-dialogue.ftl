# Français: content/2021-05-26-virtual-dialogue/index.md

### Le respect des droits humains et de l’état de droit est au cœur d’une lutte efficace contre le terrorisme

meta-title = Le respect des droits humains et de l’état de droit est au cœur d’une lutte efficace contre le terrorisme
meta-description = Un Dialogue virtuel coorganisé par le Bureau de lutte contre le terrorisme des Nations Unies (BLT) et la Mission permanente de l’Espagne auprès de l’Organisation des Nations Unies a réuni pendant deux jours des États Membres, des entités des Nations Unies, des acteurs de la société civile et d’autres parties prenantes. Les échanges ont porté sur la manière de lutter contre le terrorisme et l’extrémisme violent tout en préservant et en promouvant les droits humains.
meta-kind = Communiqué de presse
meta-series = Dialogue virtuel avec les partenaires des milieux des droits humains et de la société civile sur l’élaboration d’un meilleur paradigme pour prévenir et combattre le terrorisme, 25 et 26 mai 2021
meta-place = New York
meta-organisation = Bureau de lutte contre le terrorisme des Nations Unies (BLT)
meta-source = Communiqué de presse du 26 mai 2021. Le texte a été récupéré à partir d’un fichier PDF dans lequel la cible de la plupart des liens était perdue : les mots concernés figurent ici sans lien. Les titres, la ponctuation et les noms mal orthographiés de deux organisations ont été corrigés et une abréviation a été développée ; aucun mot de ce qui a été dit n’a été modifié.
meta-notice = Dans la source, les mots « Déclaration » et « Programme » entre parenthèses étaient des liens, dont la destination est perdue.
lead-p-you2 = Le Dialogue virtuel avec les partenaires des milieux des droits humains et de la société civile sur l’élaboration d’un meilleur paradigme pour prévenir et combattre le terrorisme, coorganisé par { -unoct(form: "with-short", article: "definite") } et { -permanent-mission(article: "definite") } de l’Espagne auprès { -united-nations(article: "de") }, s’est achevé aujourd’hui après deux jours de travaux. Il s’était ouvert par des allocutions du Secrétaire général adjoint de l’Organisation des Nations Unies à la lutte contre le terrorisme, Vladimir Voronkov, de la Ministre espagnole des affaires étrangères, Arancha González Laya, et { -high-commissioner-human-rights(article: "de") }, Michelle Bachelet. S. E. M. Agustín Santos Maraver, { -permanent-representative } de l’Espagne auprès { -united-nations(article: "de") }, S. E. M. Mohamed Al Hassan, { -permanent-representative } du Sultanat d’Oman auprès { -united-nations(article: "de") }, et M. Francisco de la Torre, Maire de Málaga (Espagne), ont participé à la séance de clôture.
lead-p-tgky = Pendant deux jours, cette rencontre virtuelle a réuni des { -member-states }, des entités des Nations Unies, des représentants des milieux des droits humains, des groupes ayant des femmes à leur tête, des jeunes et des acteurs de la société civile, une victime du terrorisme ainsi que des experts et d’autres parties prenantes, pour un échange de vues concret sur la manière de lutter contre le terrorisme et l’extrémisme violent tout en préservant et en promouvant les droits humains, en particulier ceux des femmes, des enfants et des victimes du terrorisme.
lead-p-347b = Les groupes terroristes continuent de commettre les atteintes les plus flagrantes aux droits humains, de propager la haine et d’inciter à la violence. Dans le même temps, si { -member-states(article: "definite") } violent { -human-rights(article: "definite") } au nom de la lutte contre le terrorisme, ils risquent de faire directement le jeu des terroristes, dont ils alimentent le discours et servent les méthodes de recrutement.
lead-p-dsyx = Le Dialogue visait à valoriser et à mieux faire connaître le rôle que jouent les défenseurs des droits humains et les acteurs de la société civile, y compris les organisations dirigées par des femmes, à l’heure où la COVID-19 creuse les lignes de fracture que les terroristes cherchent à exploiter, notamment les inégalités socioéconomiques, les problèmes de gouvernance, la privation des droits politiques, les inégalités de genre et la discrimination fondée sur le genre, les violations des droits humains et le détournement des nouvelles technologies.
lead-p-wist = Le Dialogue a rendu hommage aux victimes du terrorisme et plaidé pour une coopération internationale renforcée et un soutien accru en faveur des victimes et des survivants du terrorisme. Présenté le 26 mai, le documentaire « VictimA – Victimes du terrorisme : voix de femmes d’Espagne » fait entendre la voix de cinq femmes victimes d’actes terroristes commis en Espagne sur plusieurs décennies. Le film cherche à comprendre comment ces actes ont marqué la vie de ces femmes et comment elles sont devenues des actrices du changement.
lead-p-mtuf = Cette rencontre vient appuyer { -call-to-action(article: "definite") } lancé par { -secretary-general(article: "definite") } et s’inscrit dans les efforts que déploie { -unoct(form: "short", article: "definite") } pour faciliter la participation et la contribution actives, inclusives et véritables { -civil-society(article: "de") } à ses activités.
lead-p-qdj5 = Le Dialogue prélude au premier { -global-congress }, que { -united-nations(article: "definite") } convoquera plus tard dans l’année, et à la conférence internationale de haut niveau sur les droits humains, la société civile et la lutte contre le terrorisme, que { -unoct(form: "short", article: "definite") } organisera en présentiel, conjointement avec le Gouvernement espagnol, au début de 2022 à Málaga. Il a également permis d’échanger des idées et d’apporter des contributions dans le cadre du septième examen { -counter-terrorism-strategy(article: "de") } par { -general-assembly(article: "definite") } (juin 2021), examen dont les cofacilitateurs sont les Représentants permanents d’Oman et de l’Espagne auprès { -united-nations(article: "de") }.

## Citations – séance d’ouverture

opening-session-heading = Citations – séance d’ouverture
opening-session-p-o2q7 = (Programme)

## M. Vladimir Voronkov, { -under-secretary-general-counter-terrorism }, { -unoct(form: “short”) }

voronkov-opening-heading = M. Vladimir Voronkov, { -under-secretary-general-counter-terrorism }, { -unoct(form: "short") }
voronkov-opening-quote-yy65 = Faire respecter les droits humains et l’état de droit n’est pas seulement une question d’attachement moral aux principes et aux valeurs { -charter(article: "de") } et une obligation de droit international. C’est une condition indispensable de l’efficacité stratégique et opérationnelle et de la viabilité de l’action antiterroriste.
voronkov-opening-quote-zj6z = Les acteurs de la société civile ont un rôle déterminant à jouer dans l’action complexe menée pour prévenir et combattre le terrorisme. Ce rôle peut et doit être encouragé et soutenu davantage, dans le cadre d’une approche mobilisant l’ensemble de la société.
voronkov-opening-p-i4qq = (Déclaration)

## S. E. Mme Arancha González Laya, Ministre des affaires étrangères de l’Espagne

gonzalez-laya-heading = S. E. Mme Arancha González Laya, Ministre des affaires étrangères de l’Espagne
gonzalez-laya-quote-dtup = Le terrorisme est un phénomène mondial qui exige une réponse transnationale ; la coopération internationale est donc essentielle. L’Espagne attache une importance particulière à la promotion des droits humains, ainsi qu’au rôle que joue la société civile dans l’élaboration d’un paradigme nouveau et meilleur pour prévenir et combattre le terrorisme.
gonzalez-laya-quote-5pla = Faire respecter les droits humains est une obligation à la fois juridique et morale, et améliore l’efficacité opérationnelle. Dans la lutte contre le terrorisme, il faut tenir compte de la dimension de genre. Les femmes et les filles ne sont pas seulement des victimes, mais aussi des actrices de premier plan de la prévention, de la lutte et de la reconstruction de l’espace public.
gonzalez-laya-quote-tol6 = Les victimes du terrorisme doivent être au centre de la lutte contre le terrorisme, afin que leur dignité et leur mémoire soient reconnues, que l’on combatte l’oubli et que leur protection soit garantie.

## Mme Michelle Bachelet, { -high-commissioner-human-rights }

bachelet-heading = Mme Michelle Bachelet, { -high-commissioner-human-rights }
bachelet-quote-rytp = Ma position est claire. Je suis convaincue que les réponses au terrorisme doivent être fondées sur { -human-rights(article: "definite") } et { -rule-of-law(article: "definite") }, parce que c’est ce qu’il est juste de faire et parce que, au bout du compte, c’est l’approche la plus efficace. La leçon des deux dernières décennies est que la répression, l’oppression et les réponses militarisées non seulement ne donnent pas de résultats, mais sont contre-productives. Pour être efficaces, les stratégies antiterroristes doivent reposer sur la loi, respecter les droits humains et faire en sorte que les auteurs de toute violation de ces droits aient à en répondre.
bachelet-p-i4qq = (Déclaration)

## L’Ambassadeur Osman Khamara, s’exprimant au nom de S. E. M. Bankole Adeoye, Commissaire aux affaires politiques, à la paix et à la sécurité { -african-union(article: “de”) }

adeoye-heading = L’Ambassadeur Osman Khamara, s’exprimant au nom de S. E. M. Bankole Adeoye, Commissaire aux affaires politiques, à la paix et à la sécurité { -african-union(article: "de") }
adeoye-quote-muby = Il est nécessaire d’adopter une approche intégrée, coordonnée, multidimensionnelle et à long terme, qui prenne en compte les droits humains ainsi que les causes profondes du terrorisme et de l’extrémisme violent dans le domaine qui est le nôtre.

## S. E. Mme Ylva Johansson, Commissaire aux affaires intérieures { -european-union(article: “de”) }

johansson-heading = S. E. Mme Ylva Johansson, Commissaire aux affaires intérieures { -european-union(article: "de") }
johansson-p-i4qq = (Déclaration)

## Mme Åsa Regnér, Sous-Secrétaire générale et Directrice exécutive adjointe { -un-women(article: “de”) } (nom à confirmer)

regner-heading = Mme Åsa Regnér, Sous-Secrétaire générale et Directrice exécutive adjointe { -un-women(article: "de") } (nom à confirmer)

## M. Eelco Kessels, Directeur exécutif { -global-center(article: “de”) }

kessels-heading = M. Eelco Kessels, Directeur exécutif { -global-center(article: "de") }
kessels-quote-7yeu = La société civile continuera d’œuvrer sans relâche à prévenir { -violent-extremism(article: "definite") }, à s’organiser elle-même pour faire entendre ses voix et à demander des comptes aux personnes au pouvoir. Les gouvernements et les organisations multilatérales doivent définir les modalités et dégager les ressources nécessaires pour nouer et entretenir de véritables partenariats avec des parties prenantes non gouvernementales très diverses.
kessels-p-i4qq = (Déclaration)

## Mme Katerina Hadzi-Miceva Evans, Directrice exécutive { -european-center(article: “de”) }

hadzi-miceva-evans-heading = Mme Katerina Hadzi-Miceva Evans, Directrice exécutive { -european-center(article: "de") }
hadzi-miceva-evans-quote-xmsz = Nous devons remplacer la “prévention de menaces non définies” par des approches antiterroristes fondées sur des données probantes ; mieux intégrer l’action antiterroriste de l’ONU dans la mission et les objectifs plus larges de l’Organisation ; faire des droits humains et du genre un objectif de cette action et instaurer un contrôle. Et tout cela doit passer par une démarche largement participative et inclusive – qui favorise et protège l’espace civique.
hadzi-miceva-evans-p-i4qq = (Déclaration)

## Citations – séance de clôture, 26 mai

closing-session-heading = Citations – séance de clôture, 26 mai

## M. Vladimir Voronkov, { -under-secretary-general-counter-terrorism }, { -unoct(form: “short”) }

voronkov-closing-heading = M. Vladimir Voronkov, { -under-secretary-general-counter-terrorism }, { -unoct(form: "short") }
voronkov-closing-quote-75ul = Il nous faut non seulement entretenir, mais aussi traduire en actes la forte détermination et l’élan de la communauté internationale, afin de renforcer la coopération internationale et le soutien en faveur des victimes et des survivants du terrorisme. Le documentaire “VictimA” est un nouvel exemple saisissant de leur résilience et de leur incroyable courage face à l’adversité. Il met en lumière la dimension de genre – trop souvent négligée – de ce que vivent les victimes, ainsi que la nécessité de donner aux femmes victimes les moyens d’être des actrices du changement.
voronkov-closing-p-i4qq = (Déclaration)

## S. E. M. Agustín Santos, Ambassadeur et { -permanent-representative } de l’Espagne auprès { -united-nations(form: “short”, article: “de”) }

santos-heading = S. E. M. Agustín Santos, Ambassadeur et { -permanent-representative } de l’Espagne auprès { -united-nations(form: "short", article: "de") }
santos-quote-5ywk = La prévention du terrorisme et la lutte contre ce fléau sont une priorité pour l’Espagne et passent par l’amélioration du paradigme existant : approfondir la perspective des droits humains et renforcer le rôle de la société civile. En particulier, les organisations de la société civile ont joué en Espagne un rôle déterminant dans l’assistance aux victimes du terrorisme.
santos-quote-xzxo = L’Espagne cofacilite avec Oman le septième examen { -counter-terrorism-strategy(article: "de") }. J’espère que le résultat final de cet examen témoignera de l’évolution de la lutte contre le terrorisme à l’Organisation des Nations Unies ces trois dernières années, en renforçant notre accord sur la manière de combattre et de prévenir le terrorisme et en l’adaptant aux circonstances et aux menaces nouvelles ; en faisant progresser le respect des droits humains et en accroissant le rôle joué par la société civile ; et en consolidant l’architecture institutionnelle existante de l’ONU, y compris { -unoct(form: "short", article: "definite") }.
santos-p-i4qq = (Déclaration)

## Francisco de la Torre, Maire de Málaga

de-la-torre-heading = Francisco de la Torre, Maire de Málaga
de-la-torre-quote-zt4a = Málaga se réjouit d’accueillir la Conférence régionale des Nations Unies sur les droits humains et la société civile, qui se tiendra en 2022. Nous réserverons un accueil chaleureux à tous les participants, afin de poursuivre ces importantes discussions.
de-la-torre-p-i4qq = (Déclaration)

## S. E. M. Mohamed Al Hassan, Ambassadeur et { -permanent-representative } du Sultanat d’Oman auprès { -united-nations(article: “de”) }, à New York

al-hassan-heading = S. E. M. Mohamed Al Hassan, Ambassadeur et { -permanent-representative } du Sultanat d’Oman auprès { -united-nations(article: "de") }, à New York
al-hassan-quote-goh2 = Nous savons tous, par les experts et par diverses études, que le terrorisme a des causes, parmi lesquelles la pauvreté, l’absence d’espoir, la domination étrangère et, parfois, les actes des États. Nous devons nous pencher sur ces causes. Les États et les gouvernements doivent passer de la parole aux actes. Nous pouvons tous faire mieux dans cette lutte mondiale contre le terrorisme, car ne pas le faire est plus risqué.
al-hassan-p-i4qq = (Déclaration)

## Pour en savoir plus

more-information-heading = Pour en savoir plus
more-information-item-p2ec = Site Web : [www.un.org/counterterrorism/events/virtual-dialogue-human-rights-cso][1]
more-information-item-h526 = Contacts : Mme Laurence Gerard, [gerardl@un.org][1], et Mme Yuli Yang, [yuli.yang@un.org][2]
more-information-item-lze4 = Suivez-nous sur Twitter (@UN_OCT) et avec le mot-dièse #UNiteToCounterTerrorism
