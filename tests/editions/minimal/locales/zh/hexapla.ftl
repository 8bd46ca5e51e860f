organisation = 联合国
