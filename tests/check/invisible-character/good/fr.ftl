lead-p-plzn = Droits humains, 1442
lead-p-xnl6 = Jamais U+200B : &#8203; et { "\u200B" } s’écrivent ainsi.
