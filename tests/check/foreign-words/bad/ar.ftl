lead-p-66ta = نص واحد as we all know للجميع.
lead-p-rclf = اسمه Fluent translation list أيضا.
lead-p-5x6x = كلمة روسية.
