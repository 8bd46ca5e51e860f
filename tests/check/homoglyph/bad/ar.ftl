lead-p-kmns = مکافحة الإرهاب فی العالم.
lead-p-nrnc = ﺍﻟﺴﻼﻡ للجميع.
