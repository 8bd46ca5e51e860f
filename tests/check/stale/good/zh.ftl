lead-p-frty = 审查涵盖欧洲和亚洲的15个国家。
