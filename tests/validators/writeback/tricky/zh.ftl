# 中文

meta-title = 工具容易弄错的符号
meta-description = 已知会被某些序列化程序破坏的写法。
lead-p-goxb = [报告][1]在段首，{ $date }。
lead-p-3zof = *强调*在段首；其中有{ "{" }号。
lead-p-lwtc = .start在段首。
lead-p-nbgw = 第一行，<br>第二行。
lead-p-m2yu = { "" }
lead-p-dlc6 = 第一段。

    第二段有[《宪章》][1]。
lead-p-drhg = { -united-nations }{ -general-assembly }开会。
lead-img-mymc =
    .alt = 一滴水
    .caption = [说明][1]在方括号里
