lead-p-wxpa = Elle a dit « oui », l’autre « non », à 5 pouces.
lead-p-sizb = « Il a dit “non” », a-t-elle dit.
lead-quote-levf = Ils doivent remplacer “les menaces” par des preuves.
lead-p-vei3 = Code `"x"`, <span lang="de">„Wort“</span>, <q>un “mot”</q>, signe \"tel\".
