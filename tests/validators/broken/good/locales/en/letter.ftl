# The words of the letter

### A sample for the validators

contents = Contents
# $speaker (String): who spoke
statement = Statement by { $speaker }
welcome = Welcome to the { -office }.
