def smaller(a, b):
    if a < b < None:
        return a

smaller(1, 2)
