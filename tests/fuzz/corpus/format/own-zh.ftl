# 中文: content/2026-11-24-specimen/index.md

### 一份文稿，六种语言，十八个版本

meta-title = 一份文稿，六种语言，十八个版本
meta-description = 一份介绍Hexapla自身的发布稿。它展示新闻稿中很少用到的内容：图片、表格、列表、注释、定义和代码。
meta-kind = 样稿
meta-series = Hexapla样稿
meta-organisation = Hexapla项目
meta-source = 为本项目用英文撰写，用以展示一个版本所能容纳的每一种内容块。
lead-p-fyst = Hexapla把一份发布稿变成十八个版本：采用{ -united-nations }六种正式语文，每种语文都有超文本标记语言（HTML）、EPUB和纯文本三种格式。Hexapla的名称取自奥利金的《六文本合参》（<cite lang="grc-Latn">Hexapla</cite>）：公元三世纪，奥利金把一部圣典分为六栏，并排编列。[^1]我们的六栏是六种语言，有一条规则使它们始终并排：
lead-p-uixu = 结构只写**一次**；<br>词句要写**六次**。
lead-p-ibfl = { "" }

## 一份文稿的历程

the-way-of-a-text-heading = 一份文稿的历程
the-way-of-a-text-p-c2af =
    作者用Markdown撰写发布稿。每个标题、段落、单元格和注释都成为Fluent翻译列表（FTL）中的一条消息，各有一个永久不变的名称。译者替换的是消息中的词句，*仅此而已*：标题、链接和图片都取自原文，因此任何版本都不会漏掉标题、对调两段引文或丢失链接。

    假设作者更正了一个日期，把~~2021年5月25日~~改为<time datetime="2021-05-26">2021年5月26日</time>：该段的五种译文就会被视为过时，直到有人逐一看过为止。未经翻译就发布的段落以原文的语言显示，并加以标记和统计。
the-way-of-a-text-img-4zoi =
    .alt = 一棵向下生长的树。顶端是一页纸。下面是六个方框：ar、zh、en、fr、ru、es。六个方框之下各有三个方框：HTML、EPUB、TXT（纯文本）。
    .caption = 从一份原文到十八个版本
the-way-of-a-text-p-dsyl = 译者的工作分为三步：
the-way-of-a-text-item-u43m = 打开自己语言的文件，例如`locales/ar/2026-11-24-specimen.ftl`。
the-way-of-a-text-item-v6ve = 在<abbr title="Fluent翻译列表">FTL</abbr>文件中，一条消息占一行。
the-way-of-a-text-item-ryjp = 翻译词句，保留符号：
the-way-of-a-text-item-jwmt = 星号成对出现，用来标明*强调*或**着重**的词语；
the-way-of-a-text-item-bxnt = 链接保留编号，因为网址存放在别处；
the-way-of-a-text-item-izlm = 左花括号{ "{" }是占位符的开头，所以作者如果要写花括号本身，就写`\{ "{" }`。
the-way-of-a-text-item-6vni = 查找错误，然后生成自己语言的各个版本：

## 各版本的内容

what-each-edition-holds-heading = 各版本的内容
what-each-edition-holds-p-ewqm = 三种格式的词句完全相同。读者看到的，可以是网页，可以是遵循[EPUB 3.3][1]标准的电子书，也可以是一行行不加修饰的文字。
what-each-edition-holds-caption-o6xg = 发布稿各部分如何呈现给读者
what-each-edition-holds-th-f42d = 格式
what-each-edition-holds-th-upty = 标题
what-each-edition-holds-th-sasm = 链接
what-each-edition-holds-th-dzre = 图片
what-each-edition-holds-td-a4rz = HTML
what-each-edition-holds-td-4vle = 有四个或更多时，列于正文之前
what-each-edition-holds-td-nzrh = 在正文中
what-each-edi