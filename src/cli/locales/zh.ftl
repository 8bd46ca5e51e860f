bar = 译者工具栏
skip-to-bar = 跳到译者工具栏

not-translated = 未翻译
out-of-date = 需要更新
error = 错误
warning = 警告
allowed = 已允许
separator = 、
count = { $what }：{ NUMBER($count) }

previous = 上一项
next = 下一项
entry = 第 { NUMBER($number) } 项，共 { NUMBER($all) } 项：{ $what }

source = 原文
translation = 译文
message = 消息
place = 位置
copy-message = 复制消息标识
copy-place = 复制位置
copied = 已复制。
marked = 已选中，请用键盘复制。
show-in-text = 在正文中显示
help = 处理办法

nothing-open = 全部内容均已翻译且为最新，检查未发现问题。
others = 其他所有消息
other-findings = 与具体消息无关的检查结果

made-anew = 页面已更新。
lost = 预览没有响应，正在重试。
not-published = 存在错误。此内容可在这里显示，但不会发布。
older = 目前无法读取文件。这里显示的是最后一次成功生成的内容。

cannot-be-made = 无法生成本页面
put-right = 请改正以下问题并保存文件，页面随后会自动出现。
no-such-page = 没有这个页面
to-the-beginning = 前往首页
