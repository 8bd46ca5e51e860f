organisation = United Nations
