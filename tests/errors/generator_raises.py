def numbers():
    yield 1
    raise RuntimeError("stop here")

for n in numbers():
    print(n)
