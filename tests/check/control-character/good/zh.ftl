lead-p-gnla = <abbr title="联合国反恐怖主义办公室">反恐办</abbr>召开会议。
