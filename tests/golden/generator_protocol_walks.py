# Bodies of generators under sequences of next, send, throw and close.
def plain():
    x = yield 1
    print("  got", x)
    y = yield 2
    print("  got", y)
    return "done"


def guarded():
    try:
        yield 1
    except ValueError as e:
        print("  caught", e)
        yield "after"
    finally:
        print("  finally")


def stubborn():
    while True:
        try:
            yield "stay"
        except GeneratorExit:
            yield "ignored"


def delegating():
    result = yield from guarded()
    print("  result", result)
    try:
        yield from [7, 8]
    except TypeError as e:
        print("  passed through", e)
    return (yield "last")


def swallowing():
    try:
        yield 1
    except:
        pass
    yield 2


def raising():
    yield 1
    raise StopIteration("inside")


def returning_in_finally():
    try:
        yield 1
    finally:
        return "from finally"


walks = ["nnnn", "nsns", "nvn", "vn", "ncn", "cn", "nen", "en", "nnvnn", "nsvcn", "ntn", "nnnc", "nkn", "nnnnnn", "nnen", "sn", "nvvv", "necn"]
for make in (plain, guarded, stubborn, delegating, swallowing, raising, returning_in_finally):
    for walk in walks:
        print(make.__name__, walk)
        g = make()
        for step in walk:
            try:
                if step == "n":
                    result = next(g)
                elif step == "s":
                    result = g.send("sent")
                elif step == "v":
                    result = g.throw(ValueError("thrown"))
                elif step == "t":
                    result = g.throw(TypeError)
                elif step == "e":
                    result = g.throw(GeneratorExit)
                elif step == "k":
                    result = g.throw(KeyError("k"))
                else:
                    result = g.close()
                print(" ", step, result, g.gi_frame is None, g.gi_yieldfrom is not None, g.gi_suspended)
            except BaseException as e:
                print(" ", step, type(e).__name__, e, type(e.__cause__).__name__, type(e.__context__).__name__)
        if make is not stubborn:
            del g
        else:
            try:
                while g.gi_frame is not None:
                    g.throw(KeyError)
            except BaseException:
                pass
