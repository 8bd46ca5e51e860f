lead-p-ksyu = 请读[部长的话](#quotes-p-z54p)。
