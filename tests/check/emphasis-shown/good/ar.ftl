lead-p-iacf = **كلمة** و*أخرى* و2 * 3 * 4 وsnake_case_name و10* و`**x**`.
lead-p-lnl6 = نجوم مقصودة: \*\*كلمة\*\*؛ @UN_OCT و@UN_Women؛ <strong>«كلمة»</strong>.
lead-p-6c3g = * مؤقت.
