lead-p-ytrj = <abbr title="Управление‮">КТУ</abbr> собралось.
