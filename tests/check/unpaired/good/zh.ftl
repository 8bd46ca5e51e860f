lead-p-kxdk = 办公室（反恐办）不大。
lead-p-oeqk = 1）第一；2）第二；四）第四
lead-p-pyeg = 她说：“他说过‘不’（两次［原文如此］）。”
lead-p-7lqx = “第一段。
lead-p-g6e6 = “第二段，也是最后一段。”
lead-p-vutf = 宽5"的木板，以及`(`。
lead-p-3zzv = 见[《文本》][1]（英文）。
