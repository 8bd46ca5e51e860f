lead-p-iacf = 中文**强调**后文，*词*，2 * 3 * 4，snake_case_name，10*和`**x**`。
lead-p-lnl6 = 有意的星号：\*\*词\*\*；@UN_OCT和@UN_Women；在<strong>“反恐”</strong>方面。
lead-p-6c3g = * 暂定。
