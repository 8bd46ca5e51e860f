# Names of bodies, posts and instruments: the glossary of the project.

### A term is used in a message as { -unoct }, or with an argument: { -unoct(form: "short") }.
### .also lists other accepted forms, .forbidden forms that are never to be used, parted by semicolons.
### Locales with grammatical case add $case; a locale may add .gender for agreement.

-united-nations =
    { $form ->
       *[full] United Nations
        [short] UN
    }
-unoct =
    { $form ->
       *[full] United Nations Office of Counter-Terrorism
        [short] UNOCT
        [with-short] United Nations Office of Counter-Terrorism (UNOCT)
    }
-secretary-general = United Nations Secretary-General
-under-secretary-general-counter-terrorism = Under-Secretary-General for Counter-Terrorism
-high-commissioner-human-rights = United Nations High Commissioner for Human Rights
-un-women = UN-Women
-general-assembly = General Assembly
-member-states = Member States
-permanent-representative = Permanent Representative
-permanent-mission = Permanent Mission
-charter = United Nations Charter
-counter-terrorism-strategy = United Nations Global Counter-Terrorism Strategy
-call-to-action = Call to Action for Human Rights
-global-congress = Global Congress for Victims of Terrorism
-african-union = African Union
-european-union = European Union
-civil-society = civil society
-human-rights = human rights
-rule-of-law = rule of law
-violent-extremism = violent extremism
-global-center = Global Center on Cooperative Security
-european-center = European Center for Not-for-Profit Law
