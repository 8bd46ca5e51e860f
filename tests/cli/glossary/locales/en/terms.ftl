-civil-society = civil society
-water-board =
    { $form ->
       *[full] National Water Board
        [short] NWB
    }
