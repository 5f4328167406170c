def t(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


# (methods that str and bytes share, with arguments of every kind)
class Index:
    def __index__(self):
        return 2


arguments = ["a", b"a", 97, 256, -1, None, ("a",), (b"a",), ["a"], 1.5, "", b"", "é", bytearray(b"b"), memoryview(b"c"), True, Index(), 2**70, ("a", 1), ()]
subjects = ["banana", b"banana", bytearray(b"banana")]
for name in ("find", "index", "count", "startswith", "endswith", "split", "rsplit", "partition", "rpartition", "strip", "lstrip", "join", "center", "zfill", "ljust",
             "expandtabs", "removeprefix", "translate", "splitlines", "replace", "__contains__", "__add__", "__mul__", "__getitem__"):
    for subject in subjects:
        if name == "__contains__":
            row = [t(lambda: a in subject) for a in arguments]
        elif name == "__add__":
            row = [t(lambda: subject + a) for a in arguments]
        elif name == "__mul__":
            row = [t(lambda: subject * a) for a in arguments if a is not arguments[3]]
        elif name == "__getitem__":
            row = [t(lambda: subject[a]) for a in arguments]
        else:
            row = [t(getattr(subject, name), a) for a in arguments if not (name in ("center", "zfill", "ljust") and a == 2**70)]
        print(type(subject).__name__, name, *[ascii(r)[:90] for r in row], sep=" | ")
