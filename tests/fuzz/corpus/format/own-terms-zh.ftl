# 机构、职务和文书的名称：本项目的术语表。

### 术语在消息中写作 { -unoct }，或带参数：{ -unoct(form: "short") }。
### .also：其他可用的说法；.forbidden：不得使用的说法；各说法之间用分号隔开。
### form: "to-un" 是前面有国名时的形式：西班牙{ -permanent-mission(form: "to-un") }。

-united-nations =
    { $form ->
       *[full] 联合国
        [short] 联合国
    }
-unoct =
    { $form ->
       *[full] 联合国反恐怖主义办公室
        [short] 反恐办
        [with-short] 联合国反恐怖主义办公室（反恐办）
    }
-secretary-general = 联合国秘书长
-under-secretary-general-counter-terrorism = 主管反恐事务副秘书长
-high-commissioner-human-rights = 联合国人权事务高级专员
-un-women = 妇女署
-general-assembly =
    { $form ->
       *[short] 大会
        [full] 联合国大会
    }
-member-states = 会员国
-permanent-representative =
    { $form ->
       *[short] 常驻代表
        [to-un] 常驻联合国代表
    }
-permanent-mission =
    { $form ->
       *[short] 常驻代表团
        [to-un] 常驻联合国代表团
    }
-charter = 《联合国宪章》
-counter-terrorism-strategy = 《联合国全球反恐战略》
-call-to-action = 《人权行动呼吁》
-global-congress = 全球恐怖主义受害者大会
-african-union = 非洲联盟
-european-union = 欧洲联盟
-civil-society = 民间社会
-human-rights = 人权
-rule-of-law = 法治
-violent-extremism = 暴力极端主义
-global-center = 全球合作安全中心
-european-center = 欧洲非营利法中心
