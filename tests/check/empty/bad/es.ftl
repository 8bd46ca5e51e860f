opening-p-34wb = { "" }.
opening-p-xzmq = <em></em>
