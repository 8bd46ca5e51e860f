lead-p-f6u4 = La oficina está abierta a todos.
lead-p-gxku = Civil society has a role to play. Los gobiernos tienen que escuchar las voces de la sociedad civil.
