lead-p-gnla = Le Bureau s'est r�uni.
