lead-p-kmns = السيدة كاترينا إيفانز (Katerina Hadzi-Miceva Evans)، ومركز التعاون (Global Center on Cooperative Security).
lead-p-nrnc = الملفات: ar، zh، en، fr؛ وHTML وEPUB وTXT، و@UN_OCT و#UNiteToCounterTerrorism.
lead-p-tzip = <span lang="la">Verba volant, scripta manent</span> مثل قديم.
