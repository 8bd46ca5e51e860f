# The project's own phrases, in this language.

### Hexapla brings the phrases of its pages. A message here replaces the one of that name.
### `organisation` is the publisher.
