meta-title = 清洁水送达71个村庄
meta-description = 本周水井和管道启用。
lead-p-d5lo = 最后一口水井于{ $date }启用。见[这里][1]。
lead-p-owvs = 计划和报告所说相同。
