lead-p-b66z = Elle a dit "oui" et “non”.
lead-p-sizb = « Il a dit "non" », a-t-elle dit.
lead-p-wcdd = Le film “ **Voix** ” a été projeté.
lead-quote-5dk3 = Ils doivent remplacer "les menaces" par des *preuves*.
