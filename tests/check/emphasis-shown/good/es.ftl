lead-p-iacf = **Palabra** y *otra*, 2 * 3 * 4, snake_case_name, 10* y `**x**`.
lead-p-6c3g = * Provisional.
