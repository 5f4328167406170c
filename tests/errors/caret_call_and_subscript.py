table = {"a": [1, 2]}

def look(key, i):
    return table[key][i]

def go():
    print(look("a", 0), look("a", 1), look("a", 2))

go()
