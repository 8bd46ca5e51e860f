-member-states = 会员国
    .forbidden = 成员国；会员国家
-human-rights = 人权
-civil-society = 民间社会
    .forbidden = 公民社会
-un = 联合国
