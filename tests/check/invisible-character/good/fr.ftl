lead-p-plzn = Droits humains
lead-p-xnl6 = Jamais U+200B : &#8203; et { "\u200B" } s’écrivent ainsi.
