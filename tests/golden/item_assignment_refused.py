# Items that cannot be set or deleted: an index is looked at before the answer is no.
class Index:
    def __index__(self):
        print("index asked")
        return 1


class Broken:
    def __index__(self):
        raise KeyError("broken")


class Plain:
    pass


for container in ((1, 2), "ab", b"ab", range(3), frozenset({1}), 5, None, Plain(), {1}, len, int, 1.5, slice(1), {}.keys()):
    for key in (0, 2**64, "k", Index(), Broken(), slice(1), None, -2**64):
        try:
            container[key] = 1
        except Exception as e:
            print("set", type(e).__name__, e)
        try:
            del container[key]
        except Exception as e:
            print("del", type(e).__name__, e)
