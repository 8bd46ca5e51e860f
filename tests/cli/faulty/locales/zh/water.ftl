meta-title = 清洁饮水送达71个村庄
meta-description = 水井和管道于本周启用。
meta-kind = 新闻稿
这里是日内瓦
lead-p-npw7 = 最后一口水井于{ -unog }启用。
thanks-heading = 致谢
