# The names in the letter

### A second file, as every project has

-office = Office
reader = Reader
