lead-p-rxjx = Le mot**« important »**et ** l’autre ** mot `x`.
lead-p-2r5i = Un mot** est seul.
