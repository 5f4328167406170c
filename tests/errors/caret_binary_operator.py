def ratio(a, b):
    return (a + 1) / (b - b) + a

x = ratio(3, 4)
