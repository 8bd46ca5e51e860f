# The names in the letter

### A second file, as every project has

-office = المكتب
reader = القارئ
