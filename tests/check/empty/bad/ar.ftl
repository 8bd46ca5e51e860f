opening-heading = { "" }
opening-p-34wb = { " " }
