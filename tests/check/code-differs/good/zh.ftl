lead-p-li4u = 运行`hexapla build`，然后查看`output/ar/`。
