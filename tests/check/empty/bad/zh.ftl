opening-p-34wb = { "\u3000" }
opening-p-xzmq = { "\u200B" }
