def work():
    return [[i] for i in range(30)]


for attempt in range(3):
    try:
        print(len(work()))
    except MemoryError:
        print("caught")
