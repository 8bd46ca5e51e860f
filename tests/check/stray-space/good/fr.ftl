lead-p-6dc7 = Droits (tous) ; quoi ? Le .com, 1 : 2, « mot » : … et.
lead-p-lscc = Un **mot** [des Nations Unies][1] `code` : fin.
