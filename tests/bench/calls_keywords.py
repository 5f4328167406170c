def area(width, height=2, *, scale=1, offset=0):
    return width * height * scale + offset

def spread(*args, **options):
    return len(args) + len(options)

def main():
    total = 0
    for i in range(300000):
        total += area(i, scale=2)
        total += area(i, 3, offset=1)
        total += spread(i, i, key=i)
    print(total)

main()
