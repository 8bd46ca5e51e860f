lead-p-f6u4 = The office is open to all.
lead-p-gxku = للمجتمع المدني دور يؤديه. ويتعين على الحكومات أن تصغي إلى أصواته.
