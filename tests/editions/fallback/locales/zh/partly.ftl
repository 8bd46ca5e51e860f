meta-title = 部分译出
meta-description = 未译出的部分以原文显示。
lead-p-ek4v = 第一段已译出。
untranslated-item-4zv5 = 一项已译出。
translated-heading = 有译文的标题
translated-p-avgm = 这一段译出之后有了改动。
translated-p-wv7w =
    这一段分成两段：这是第一段。

    这是第二段。
