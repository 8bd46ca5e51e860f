lead-p-iacf = **Mot** et *autre*, au*tre*s, 2 * 3 * 4, snake_case_name, 10* et `**x**`.
lead-p-6c3g = * Provisoire.
