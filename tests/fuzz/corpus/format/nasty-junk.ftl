= x
{ } 
  indented
said-heading
said-heading =
said-heading = {
.alt = x
