opening-p-34wb = {""}
opening-p-xzmq = 又一段。
