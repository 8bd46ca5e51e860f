opening-p-34wb = { "" } { "" }
