lead-p-42c2 = 见下图：![图表](图 一.svg)。
lead-item-msli = 请读[这本书]（https://www.un.org/book）。
