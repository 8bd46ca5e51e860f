# 机构、职务和文书的名称：本项目的术语表。

### 术语在消息中写作 { -united-nations }，或带参数：{ -united-nations(form: "short") }。
### .also：其他可用的说法；.forbidden：不得使用的说法；各说法之间用分号隔开。

-united-nations =
    { $form ->
       *[full] 联合国
        [short] 联合国
    }
