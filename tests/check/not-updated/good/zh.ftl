meta-title = 供水服务审查
meta-description = 审查涵盖十二个国家。
lead-p-ho2h = 审查涵盖欧洲和亚洲的15个国家。
