### a

## b
# c
said-heading = x
#d
# 
#

# e