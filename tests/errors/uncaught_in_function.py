def inner(values, index):
    return values[index] + 1

def outer():
    data = [1, 2, 3]
    return inner(data, 7)

outer()
