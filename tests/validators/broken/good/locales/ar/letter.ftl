# The words of the letter

### A sample for the validators

contents = المحتويات
# $speaker (String): who spoke
statement = بيان { $speaker }
welcome = مرحبا بكم في { -office }.
