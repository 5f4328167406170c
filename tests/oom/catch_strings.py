for attempt in range(2):
    try:
        s = "x" * 1000
        t = s + "y" + str(12345678901234567890)
        print(len(t), "%s|%r" % (t[-3:], [t[0]]))
    except MemoryError as e:
        print("caught")
