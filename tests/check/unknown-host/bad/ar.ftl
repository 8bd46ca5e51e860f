lead-p-qtk7 = [منظمة الثقافة][1] و[التقرير](https://docs.example.evil.example/report).
