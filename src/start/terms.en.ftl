# Names of bodies, posts and documents: the glossary of the project.

### A term is used in a message as { -united-nations }, or with an argument: { -united-nations(form: "short") }.
### .also lists other accepted forms, .forbidden forms that are never to be used, parted by semicolons.
### `hexapla terms` shows every term in all languages.

-united-nations =
    { $form ->
       *[full] United Nations
        [short] UN
    }
