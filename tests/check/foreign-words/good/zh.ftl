lead-p-kmns = 劳伦斯·热拉尔（Laurence Gerard）女士，全球合作安全中心（Global Center on Cooperative Security）。
lead-p-nrnc = 采用Fluent和Markdown，见www.un.org。
lead-p-tzip = <cite lang="en">The Art of War</cite>是书名。
