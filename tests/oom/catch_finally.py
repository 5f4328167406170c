log = [None] * 4


def work(n):
    try:
        return [str(i) for i in range(n)]
    finally:
        log[n % 4] = n


for attempt in range(3):
    try:
        print(work(attempt + 3))
    except MemoryError:
        print("caught")
print(log)
