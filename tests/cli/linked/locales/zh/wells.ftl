meta-title = 71个村庄的水井
meta-description = 挖了什么，在哪里。
lead-p-wmjl = 数字见[第二部分](#figures)，来源见[地图][2]。
map-heading = 位置
map-p-pcna = 在北方。
figures-heading = 数字
figures-p-gnde = 共有71口。文字`](#figures)`是代码。
