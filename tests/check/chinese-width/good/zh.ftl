lead-p-77yd = 第一，第二；第三：第四？是！完。
lead-p-3mn4 = 25,000人，3.5%，EPUB 3.3，10:30，第71/291号（New York, Geneva）。
lead-p-o5r6 = 见www.un.org和index.md、中文.com，第3页，或`文, c: 字`。
lead-item-fjki = 1.文件：热拉尔 (Laurence Gerard)，<span lang="en">Hello, world!</span>；说Hello, world。
lead-p-iyzs = **文件**很*重要*：请**阅读**。
lead-p-s66r = 第二条(b)款和第4(ii)段，共30 (2021)。
