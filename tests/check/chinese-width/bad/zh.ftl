lead-p-77yd = 第一,第二;第三:第四?是!完.
lead-p-if5n = 办公室(反恐办)在２０２１年开会, 随后, 又在纽约（New York)开会，用列表(FTL)和二氧化碳(CO<sub>2</sub>)。
lead-p-czng = 采用`code`,{ NUMBER(30) };HTML,以及Ｈｔｍｌ（文)。
