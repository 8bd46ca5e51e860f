lead-p-iqmc = 人权
    普遍 `a  b`。
