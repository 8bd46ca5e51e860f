# 各版本的界面用语：文稿本身之外的全部词句。

### 项目可在自己的 locales/<locale>/hexapla.ftl 中逐条改写。
### 完整的句子以句号结尾，标签和标题不加句号。
### 汉字与拉丁字母、数字之间不空格；标点一律用全角。

## 页面导航

# 页面上的第一个链接，供使用键盘或屏幕阅读器的读者越过页眉。
skip-link = 跳到正文
# 语言导航的标签。
languages = 语言
# $language (String)：某种语言的自称，文稿尚无该语言版本。
language-missing = { $language }（未提供）
language-list = { $languages }、{ $language }
# 语言的名称，用本页的语言书写。“中文”“英文”等是联合国的用法。
language-name =
    { $tag ->
        [ar] 阿拉伯文
        [zh] 中文
        [en] 英文
        [fr] 法文
        [ru] 俄文
        [es] 西班牙文
       *[other] { $name }
    }
# 目次的标题。
contents = 目录
# 目录中的一项，用于同一标题见于几个部分时。$heading (String)：该标题；$session (String)：所在部分的标题。
heading-in-session = { $heading }（{ $session }）
# 文稿列表的标题，新的在前。
releases = 发布稿
# 供读者选择语言的页面的标题。
choose-language = 选择语言
parallel = 多语言对照
parallel-title = { $title }（{ $languages }）
paragraph = 第{ NUMBER($number) }段
paragraph-link = 第{ NUMBER($number) }段的链接
# 电子书的地标，也是目录的第一项：正文由此开始。
start-of-text = 正文开头
# 页面标题。$title (String)：文稿标题；$organisation (String)：发布机构。
page-title = { $title }——{ $organisation }

## 地点和日期

# 按联合国中文的习惯，日期在前，地点在后。
dateline = { $date }，{ $place }
# 正文中的日期，年月日用阿拉伯数字。
date-long = { $year }年{ $month }月{ $day }日

## 版本顶部的说明

# $source (String)：原文语言的标签；$name (String)：该语言的自称。
unofficial-translation =
    { $source ->
        [ar] 本文是阿拉伯文原文的非正式译文。
        [zh] 本文是中文原文的非正式译文。
        [en] 本文是英文原文的非正式译文。
        [fr] 本文是法文原文的非正式译文。
        [ru] 本文是俄文原文的非正式译文。
        [es] 本文是西班牙文原文的非正式译文。
       *[other] 本文是原文（{ $name }）的非正式译文。
    }
# 通往原文的链接。
original-text =
    { $source ->
        [ar] 阿拉伯文原文
        [zh] 中文原文
        [en] 英文原文
        [fr] 法文原文
        [ru] 俄文原文
        [es] 西班牙文原文
       *[other] 原文（{ $name }）
    }
# $count (Number)：仍以原文语言显示的段落数。中文只有一种复数类别。
untranslated =
    { $count ->
       *[other] 有{ NUMBER($count) }段尚未翻译，以原文的语言显示。
    }
# $count (Number)：翻译后原文有改动的段落数。
outdated =
    { $count ->
       *[other] 有{ NUMBER($count) }段的原文在翻译后作了改动。
    }

## 发言者和引文

# 通往发言全文的链接。$speaker (String) 是标题：职务和姓名。
statement-by = { $speaker }的发言
# 同一人在几次会议上发言时使用。$session (String)：会议的标题。
statement-by-in-session = { $speaker }的发言（{ $session }）
# 原文没有摘录其发言的发言者，姓名之下用这一句。
no-quotation = 原文没有摘录其发言。
# 外层和内层引号。
quotation-open = “
quotation-close = ”
inner-quotation-open = ‘
inner-quotation-close = ’
# 纯文本中引文的出处，独占一行。
attribution = ——{ $name }

## 注释、链接、图片、表格

# 文末注释的标题。
notes = 注释
# 注释引用标记的标签。
note = 注释{ NUMBER($number) }
# 从注释返回正文的链接的标签。
note-back = 返回正文中注释{ NUMBER($number) }的位置
# 纯文本中的一条注释。
note-line = 注释{ NUMBER($number) }：{ $text }
# 纯文本中链接地址列表的标题。
links = 链接
# 纯文本中已删除（不再有效）的文字。$words (String).
struck-out = ［已删除：{ $words }］
# 纯文本中的图片。$alt (String)：替代文本。
image = 图片：{ $alt }
# 纯文本中图片的标题。
image-caption = 图片标题：{ $caption }
# 无标题表格的名称。
table = 表格
# 纯文本中表格的标题。
table-caption = 表格：{ $caption }
# 纯文本中的单元格。$column (String)：所在列的表头。
table-cell = { $column }：{ $value }
# 同一行的单元格之间和行末所用的标点。
table-cell-separator = ；
table-row-end = 。
# 纯文本中的术语及其定义。
definition-line = { $term }：{ $definition }
# 纯文本中程序代码前后的标签。$language (String)：编程语言。
code = 代码：
code-in = 代码（{ $language }）：
code-end = 代码结束。
# 突出显示的段落的标签。
alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 当心

## 关于版本

# 一行中的标签和内容。
labelled = { $label }：{ $value }
# 标题。
about = 关于本文
about-language = 语言
about-published = 发布日期
about-updated = 更新日期
about-source = 来源
about-editions = 其他语言版本
about-address = 本版本网址
# 其他格式链接的标题。
formats = 其他格式
# 格式的名称。
format-html = 网页（HTML）
format-epub = 电子书（EPUB）
format-text = 纯文本
# 下载。$kilobytes (Number)：大小，以1000字节为单位。
format-size = { $format }，{ NUMBER($kilobytes) }KB
# 无障碍说明的标题。其下各句只在属实时显示。
accessibility = 无障碍说明
access-all-text = 所有内容均为文本。
access-structure = 标题、列表和引文均已标记，并按阅读顺序排列。
access-contents = 从目录可以到达每一节。
access-display = 文字大小、间距和颜色均可调整。
# $count (Number)：图片数，所有图片均有替代文本。
access-images =
    { $count ->
        [1] 图片有替代文本。
       *[other] 全部{ NUMBER($count) }张图片都有替代文本。
    }
# $count (Number)：表格数，所有表格均有标题和表头。
access-tables =
    { $count ->
        [1] 表格有标题和表头。
       *[other] 全部{ NUMBER($count) }个表格都有标题和表头。
    }
access-languages = 其他语言的词句均已标记，便于语音朗读和盲文输出。
access-no-hazards = 没有闪烁、移动或发声的内容。
access-unlocked = 文件没有复制保护。
# 后面接地址（邮箱或网址），因此末尾不加标点。
ask-for-format = 如需本文的其他格式，例如大字版或盲文版，请联系
