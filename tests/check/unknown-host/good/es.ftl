lead-p-qtk7 = La [Organización][1] y el [informe](mailto:informe@docs.example).
