# Written by “hexapla sync” from content/2021-05-26-virtual-dialogue/index.md: edit that file, not this one.

### Respect for human rights and the rule of law are central to fighting terrorism effectively

## Front matter

# Headline
meta-title = Respect for human rights and the rule of law are central to fighting terrorism effectively
# Description for search engines and catalogues
meta-description = A two-day Virtual Dialogue, co-organized by the United Nations Office of Counter-Terrorism (UNOCT) and the Permanent Mission of Spain to the United Nations, brought together Member States, UN entities, civil society actors and other stakeholders. They exchanged views on how to address terrorism and violent extremism while safeguarding and promoting human rights.
# Kind of release
meta-kind = Press release
# Series or event that the release belongs to
meta-series = Virtual Dialogue with Human Rights and Civil Society Partners on Building a Better Paradigm to Prevent and Counter Terrorism, 25–26 May 2021
# Place, before the date
meta-place = New York
# Publisher
meta-organisation = United Nations Office of Counter-Terrorism (UNOCT)
# What the source was, for “About this text”
meta-source = Press release of 26 May 2021. The text was recovered from a PDF in which the targets of most links were lost: their words stand here without a link. Headings, punctuation and two misspelt names of organisations have been put right and one abbreviation spelt out; no word of what was said has been changed.
# Editor’s note, among the notices above the text
meta-notice = In the source, the words “Statement” and “Programme” in brackets were links; where they led has been lost.

## Before the first heading

# Paragraph
# Note: The name of the event is the same as in the series line. “H.E.” is the diplomatic courtesy title; “Spanish Minister” and “High Commissioner” are women, the other persons named here are men.
lead-p-you2 = The two-day Virtual Dialogue with Human Rights and Civil Society Partners on Building a Better Paradigm to Prevent and Counter Terrorism, co-organized by the United Nations Office of Counter-Terrorism (UNOCT) and the Permanent Mission of Spain to the United Nations concluded today. The Dialogue opened with remarks from United Nations Under-Secretary-General for Counter-Terrorism Vladimir Voronkov, Spanish Minister of Foreign Affairs Arancha González Laya and United Nations High Commissioner for Human Rights Michelle Bachelet. H.E. Mr. Agustín Santos Maraver, Permanent Representative of Spain to the United Nations, H.E. Mr. Mohamed Al Hassan, Permanent Representative of the Sultanate of Oman to the United Nations and Mr. Francisco de la Torre, Mayor of Malaga, Spain participated in the closing session.
# Paragraph
# Note: “brought together” was a link whose target is lost; the words are plain words now. “a victim of terrorism”: one person, who may be a woman or a man.
lead-p-tgky = The two-day virtual event brought together Member States, UN entities, human rights representatives, women-led groups, youth and civil society actors, a victim of terrorism, as well as experts and other stakeholders for a practical exchange of views on how to address terrorism and violent extremism while safeguarding and promoting human rights, in particular the rights of women, children and victims of terrorism.
# Paragraph
# Note: “they” are the Member States that violate human rights. To “play straight into” something is to serve it without meaning to.
lead-p-347b = Terrorist groups continue to commit the most egregious human rights abuses, propagate hatred and incite violence. At the same time, if Member States violate human rights in the name of counter-terrorism, they can play straight into the narratives and recruitment tactics of terrorists.
# Paragraph
# Note: “fault-lines” is a figure from geology for what divides a society. Everything after “including” is a list of such fault-lines.
lead-p-dsyx = The Dialogue aimed to elevate and profile the role that human rights defenders and civil society actors, including women-led organizations, play at a time when COVID-19 is exacerbating the fault-lines that terrorists seek to exploit, including socio-economic inequalities, governance challenges, political disenfranchisement, gender inequality and discrimination, human rights violations, and the misuse of new technologies.
# Paragraph
# Note: VictimA is a play on the Spanish word for victim, with its last letter, the A of the feminine, as a capital: leave it in Latin letters as it is; the rest of the title may be translated. “these acts” are the terrorist acts; “they” are the women.
lead-p-wist = The Dialogue paid tribute to victims of terrorism and advocated for enhanced international cooperation on and support to victims and survivors of terrorism. Launched on 26 May, the documentary VictimA – Victims of Terrorism: Voices of Women from Spain portrays the voices of five women victims spanning several decades of terrorist acts in Spain. The film seeks to explore how these acts have impacted the lives of the women and how they became agents of change.
# Paragraph
# Note: Call to Action for Human Rights is the official name of a document; use its established form in your language. “its activities” are those of UNOCT.
lead-p-mtuf = This event supports the United Nations Secretary-General’s Call to Action for Human Rights and is part of the efforts of UNOCT to facilitate the active, inclusive and meaningful participation and contribution of civil society in its activities.
# Paragraph
# Note: The First Global Congress for Victims of Terrorism has an established name in your language; the conference in Málaga is only described. “It” at the start of the last sentence is the Dialogue. “seventh review”: the General Assembly reviews the Strategy at regular intervals; this was the seventh time. The two Permanent Representatives who co-facilitate it are named in the first paragraph; both are men.
lead-p-qdj5 = This Dialogue is a prelude to the First Global Congress for Victims of Terrorism that the United Nations will convene later this year and the high-level, in-person international conference on Human Rights, Civil Society and Counter-Terrorism that UNOCT will organize jointly with the Government of Spain in early 2022 in Málaga. It also contributed to exchanging ideas and providing inputs in the context of the seventh review of the United Nations Global Counter-Terrorism Strategy by the General Assembly (June 2021), co-facilitated by the Permanent Representatives of Oman and Spain to the United Nations.

## Quotes – opening session

# Heading of level 2
opening-session-heading = Quotes – opening session
# Paragraph
# Note: “Programme” was a link whose target is lost; the word stays, in brackets.
opening-session-p-o2q7 = (Programme)

## Mr. Vladimir Voronkov, Under-Secretary-General for Counter-Terrorism, UNOCT

# Heading of level 3
voronkov-opening-heading = Mr. Vladimir Voronkov, Under-Secretary-General for Counter-Terrorism, UNOCT
# Quotation (without outer quotation marks)
# Note: “United Nations Charter” is the Charter of the United Nations; use its official name. “It” at the start of the second sentence is upholding human rights and the rule of law.
voronkov-opening-quote-yy65 = Upholding human rights and the rule of law is not only a matter of moral commitment to the principles and values of the United Nations Charter and an obligation under international law. It is a prerequisite for the strategic, operational effectiveness and sustainability of counter-terrorism efforts.
# Quotation (without outer quotation marks)
voronkov-opening-quote-zj6z = Civil society actors have a critical role to play in the complex efforts to prevent and counter terrorism. This role can and needs to be further encouraged and supported as part of a whole-of-society approach.
# Paragraph
# Note: “Statement” was a link to the full text of what the speaker said; its target is lost and the word stays, in brackets. Translate it in the same way under every speaker.
voronkov-opening-p-i4qq = (Statement)

## H.E. Ms. Arancha González Laya, the Minister of Foreign Affairs of Spain

# Heading of level 3
# Note: The speaker is a woman.
gonzalez-laya-heading = H.E. Ms. Arancha González Laya, the Minister of Foreign Affairs of Spain
# Quotation (without outer quotation marks)
gonzalez-laya-quote-dtup = Terrorism is a global phenomenon that requires a transnational response, hence international cooperation is key. Spain places a particular importance to promoting human rights, as well as to the role that civil society plays in building a new and better paradigm to prevent and counter terrorism.
# Quotation (without outer quotation marks)
# Note: “it improves” and “its gender dimension”: the first “it” is upholding human rights, the second is the fight against terrorism.
gonzalez-laya-quote-5pla = Upholding human rights is both a legal and a moral obligation, and it improves operational effectiveness. In the fight against terrorism, its gender dimension needs to be considered. Women and girls are not only victims, but also lead agents in the prevention, fight and reconstruction of the public space.
# Quotation (without outer quotation marks)
# Note: “their dignity”, “their memory” and “their protection” are those of the victims. “counter terrorism” without a hyphen is the same as counter-terrorism.
gonzalez-laya-quote-tol6 = Victims of terrorism should be at the center of counter terrorism, to ensure the acknowledgment of their dignity and their memory, striving against oblivion and guaranteeing their protection.

## Ms. Michelle Bachelet, United Nations High Commissioner for Human Rights

# Heading of level 3
# Note: The speaker is a woman.
bachelet-heading = Ms. Michelle Bachelet, United Nations High Commissioner for Human Rights
# Quotation (without outer quotation marks)
# Note: “I am convinced”: a woman speaks. “this is the right thing to do”: “this” is grounding responses in human rights and the rule of law.
bachelet-quote-rytp = My perspective is clear. I am convinced that responses to terrorism should be grounded in human rights and the rule of law, because this is the right thing to do, and because ultimately, it is the most effective approach. The lesson of the last two decades is that crackdowns, oppression and militarized responses not only don’t work, they are counterproductive. Effective counter-terrorism strategies must be based on laws, uphold human rights and ensure that people are held accountable for any violation of human rights.
# Paragraph
bachelet-p-i4qq = (Statement)

## Delivered by Ambassador Osman Khamara on behalf of H.E. Mr. Bankole Adeoye, Commissioner for Political Affairs, Peace and Security, African Union

# Heading of level 3
# Note: Ambassador Khamara, a man, read out the words of Commissioner Adeoye, a man. “Commissioner” is a post of the African Union here, not of the European Union or the United Nations.
adeoye-heading = Delivered by Ambassador Osman Khamara on behalf of H.E. Mr. Bankole Adeoye, Commissioner for Political Affairs, Peace and Security, African Union
# Quotation (without outer quotation marks)
# Note: “in our domain”: the speaker’s organization is the African Union.
adeoye-quote-muby = There is need to adopt an integrated, coordinated, multifaceted and long-term approach, one which addresses human rights, as well as the root causes of terrorism and violent extremism in our domain.

## H.E. Ms. Ylva Johansson, Commissioner for Home Affairs, European Union

# Heading of level 3
# Note: The speaker is a woman; the source gives no quotation. “Commissioner” is a member of the European Commission.
johansson-heading = H.E. Ms. Ylva Johansson, Commissioner for Home Affairs, European Union
# Paragraph
johansson-p-i4qq = (Statement)

## Ms. Åsa Regnér, Assistant Secretary-General and Deputy Executive Director, UN-Women (name to be confirmed)

# Heading of level 3
# Note: The speaker is a woman; the source gives no quotation. “(name to be confirmed)” stands for “(TBC)” in the source: the name was still to be confirmed when the release was written.
regner-heading = Ms. Åsa Regnér, Assistant Secretary-General and Deputy Executive Director, UN-Women (name to be confirmed)

## Mr. Eelco Kessels, Executive Director, Global Center on Cooperative Security

# Heading of level 3
# Note: The speaker is a man. Use the name of the organization that it uses in your language.
kessels-heading = Mr. Eelco Kessels, Executive Director, Global Center on Cooperative Security
# Quotation (without outer quotation marks)
# Note: “its voices” are the voices of civil society; “those in power” are persons.
kessels-quote-7yeu = Civil society will continue to work tirelessly to prevent violent extremism, self-organize to have its voices heard, and hold those in power accountable. Governments and multilateral organizations need to put in place the modalities and resources to establish and sustain meaningful partnerships with a diverse range of nongovernmental stakeholders.
# Paragraph
kessels-p-i4qq = (Statement)

## Ms. Katerina Hadzi-Miceva Evans, Executive Director, European Center for Not-for-Profit Law

# Heading of level 3
# Note: The speaker is a woman. Use the name of the organization that it uses in your language.
hadzi-miceva-evans-heading = Ms. Katerina Hadzi-Miceva Evans, Executive Director, European Center for Not-for-Profit Law
# Quotation (without outer quotation marks)
# Note: The words in quotation marks are a phrase that the speaker distances herself from. “an oversight” is supervision here, not a mistake. Quotation marks are those of a quotation within a quotation, because the plain-text edition puts marks around the whole.
hadzi-miceva-evans-quote-xmsz = We need to replace the ‘prevention of undefined threats’ with evidence-based counter-terrorism approaches; better integrate UN counterterrorism work in the UN’s broader mission and goals; make human rights and gender an objective of the effort and introduce an oversight. And all of these must be achieved through a broad participatory and inclusive approach – which enables and protects civic space.
# Paragraph
hadzi-miceva-evans-p-i4qq = (Statement)

## Quotes – closing session, 26 May

# Heading of level 2
closing-session-heading = Quotes – closing session, 26 May

## Mr. Vladimir Voronkov, Under-Secretary-General for Counter-Terrorism, UNOCT

# Heading of level 3
voronkov-closing-heading = Mr. Vladimir Voronkov, Under-Secretary-General for Counter-Terrorism, UNOCT
# Quotation (without outer quotation marks)
# Note: “their resilience” is that of the victims and survivors; “It sheds light” is said of the documentary; “too often overlooked” is said of the gendered dimensions.
voronkov-closing-quote-75ul = We need not only to sustain but transform into action the strong international commitment and momentum to enhance international cooperation on and support to victims and survivors of terrorism. The VictimA documentary is yet another powerful example of their resilience and incredible courage in the face of adversity. It sheds light on the gendered dimensions of the experience of victims – too often overlooked – and the need to empower women victims as agents of change.
# Paragraph
voronkov-closing-p-i4qq = (Statement)

## H.E. Mr. Agustín Santos, Ambassador and Permanent Representative of Spain to the UN

# Heading of level 3
# Note: The speaker is a man; he is the Agustín Santos Maraver of the first paragraph, and the source shortens his name here.
santos-heading = H.E. Mr. Agustín Santos, Ambassador and Permanent Representative of Spain to the UN
# Quotation (without outer quotation marks)
santos-quote-5ywk = The prevention and fight against terrorism is a priority for Spain, by improving the existing paradigm: deepening the human rights perspective and strengthening the role of civil society. In particular, the role of civil society organizations in Spain has been key in the assistance of victims of terrorism.
# Quotation (without outer quotation marks)
# Note: “I hope”: a man speaks. “its final outcome” is that of the review. “menaces” are threats. “UN institutional architecture” is the set of bodies and offices that deal with counter-terrorism, not a building.
santos-quote-xzxo = Spain cofacilitates with Oman the Seventh review of the United Nations Global Counter-Terrorism Strategy. I hope that its final outcome will show the evolution of counter terrorism in the United Nations in the last three years, by strengthening our agreement on how to counter and prevent terrorism, adjusting it to new circumstances and menaces; advancing in the upholding of human rights and increasing the role played by civil society; and by consolidating the existing UN institutional architecture, including UNOCT.
# Paragraph
santos-p-i4qq = (Statement)

## Francisco de la Torre, Mayor of Málaga

# Heading of level 3
# Note: The speaker is a man; the source gives no courtesy title here.
de-la-torre-heading = Francisco de la Torre, Mayor of Málaga
# Quotation (without outer quotation marks)
# Note: The conference has another name here than in the text above; keep the speaker’s words.
de-la-torre-quote-zt4a = Málaga is looking forward to hosting the United Nations Regional Conference on Human Rights and Civil Society that will take place in 2022. We will warmly welcome all participants to continue these important discussions.
# Paragraph
de-la-torre-p-i4qq = (Statement)

## H.E. Mr. Mohamed Al Hassan, Ambassador and Permanent Representative of the Sultanate of Oman to the United Nations, New York

# Heading of level 3
# Note: The speaker is a man.
al-hassan-heading = H.E. Mr. Mohamed Al Hassan, Ambassador and Permanent Representative of the Sultanate of Oman to the United Nations, New York
# Quotation (without outer quotation marks)
# Note: To “walk the talk” is to do what one says. “riskier” means riskier than doing better. “state actions” are actions of states.
al-hassan-quote-goh2 = We all know, from experts and various studies, that there are causes for terrorism, among which poverty, lack of hope, foreign domination, and, at times, state actions. We ought to look at these causes. States and government need to walk the talk. We all can do better in this global fight against terrorism, because not doing so is riskier.
# Paragraph
al-hassan-p-i4qq = (Statement)

## For more information

# Heading of level 2
more-information-heading = For more information
# List item
# Link [1]: http://www.un.org/counterterrorism/events/virtual-dialogue-human-rights-cso
more-information-item-p2ec = Visit: [www.un.org/counterterrorism/events/virtual-dialogue-human-rights-cso][1]
# List item
# Note: Both contacts are women. Give their names in Latin letters too, beside the transcription, because a reader may have to write them.
# Link [1]: mailto:gerardl@un.org
# Link [2]: mailto:yuli.yang@un.org
more-information-item-h526 = Contact: Ms. Laurence Gerard, [gerardl@un.org][1] & Ms. Yuli Yang, [yuli.yang@un.org][2]
# List item
# Note: The account name and the hashtag stay as they are, in Latin letters.
more-information-item-lze4 = Follow us on Twitter @UN_OCT and via hashtag #UNiteToCounterTerrorism
