said-heading = { -a }

%%

%%
-a = {-b}{-b}{-b}{-b}{-b}
-b = {-c}{-c}{-c}{-c}{-c}
-c = {-d}{-d}{-d}{-d}{-d}
-d = ب
-unoct = م

%%
-a = a
-b = b
-c = c
-d = d
-unoct = u
