a = 1
A
