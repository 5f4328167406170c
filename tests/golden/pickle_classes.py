# pickle: Pickler and Unpickler, hooks, errors, files.
import copyreg
import io
import pickle


def local():
    def inner():
        pass
    return inner


class A:
    pass


def show(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


for attempt in (lambda: pickle.dumps(lambda: 0), lambda: pickle.dumps(local()), lambda: pickle.dumps(i for i in ()),
                lambda: pickle.loads(b""), lambda: pickle.loads(b"x"), lambda: pickle.loads(b"\x01"),
                lambda: pickle.loads(b"\x80\x09."), lambda: pickle.loads(b"\x80\x04\x95\x10"), lambda: pickle.loads(b"K"),
                lambda: pickle.loads(b"cno_such_module\nbar\n."), lambda: pickle.loads(b"cbuiltins\nbar\n."),
                lambda: pickle.loads(b"."), lambda: pickle.loads(b"K\x01"), lambda: pickle.loads(b"h\x01."),
                lambda: pickle.dumps(1, 9), lambda: pickle.loads("x"), lambda: pickle.Pickler(3), lambda: pickle.Unpickler(3),
                lambda: pickle.loads(b"Qx.")):
    show(attempt)


def reduces(result):
    return type("R", (), {"__reduce__": lambda self: result})()


for result in (3, (1,), (1, 2), (len, 2), "nothing", (len, ([1, 2],)), (list, (), None, iter([1, 2])), (dict, (), None, None, iter([(1, 2)])),
               (len, (), None, None, None, None, None)):
    show(lambda: pickle.loads(pickle.dumps(reduces(result))))

file = io.BytesIO()
pickle.dump([1], file)
pickle.dump({"a": 2}, file, 0)
file.seek(0)
print(pickle.load(file), pickle.load(file))
show(lambda: pickle.load(file))


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return "the A" if isinstance(obj, A) else None


class Loader(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"loaded {pid}"

    def find_class(self, module, name):
        if name == "eval":
            raise pickle.UnpicklingError("forbidden")
        return super().find_class(module, name)


for protocol in range(6):
    file = io.BytesIO()
    Persistent(file, protocol).dump([A(), 1, A()])
    print(Loader(io.BytesIO(file.getvalue())).load())
show(lambda: Loader(io.BytesIO(pickle.dumps(eval))).load())


class Overrides(pickle.Pickler):
    def reducer_override(self, obj):
        return (str, ("overridden",)) if isinstance(obj, A) else NotImplemented


file = io.BytesIO()
Overrides(file).dump([A(), 2])
print(pickle.loads(file.getvalue()))
file = io.BytesIO()
pickler = pickle.Pickler(file)
pickler.dispatch_table = copyreg.dispatch_table.copy()
pickler.dispatch_table[A] = lambda obj: (int, ("7",))
pickler.dump([A()])
print(pickle.loads(file.getvalue()))
file = io.BytesIO()
pickler = pickle.Pickler(file, 4)
data = ["x"]
pickler.dump(data)
first = file.tell()
pickler.dump(data)
second = file.tell() - first
pickler.clear_memo()
pickler.dump(data)
print(first, second, file.tell() - first - second)

copyreg.add_extension("__main__", "A", 300)
print(pickle.dumps(A, 2), pickle.loads(pickle.dumps(A, 2)) is A)
copyreg.remove_extension("__main__", "A", 300)
for text in (b"I01\n.", b"I5\n.", b"L10L\n.", b"F1.5\n.", b"S'abc'\n.", b"U\x03abc.", b"(I1\nI2\nl.", b"(I1\nI2\nt.", b"(VA\nI2\nd.",
             b"(lp0\nI1\na.", b"c__builtin__\nrange\n.", b"c__builtin__\nunicode\n.", b"N0N.", b"I1\n2\x86.", b"(I1\nI2\n1N."):
    show(lambda: pickle.loads(text))
print(pickle.loads(b"U\x02\xe4b.", encoding="latin-1"), pickle.loads(b"U\x02\xe4b.", encoding="bytes"))
print([pickle.decode_long(pickle.encode_long(n)) == n for n in (0, 1, -1, 127, 128, -128, -129, 255, 256, 10 ** 30, -10 ** 30)])
print(pickle.encode_long(255), pickle.encode_long(-128), pickle.encode_long(-32768), issubclass(pickle.PicklingError, pickle.PickleError))
print(pickle.MARK, pickle.STOP, pickle.PROTO, pickle.format_version)


class Outer:
    class Inner:
        class Deep:
            pass


for protocol in range(6):
    data = pickle.dumps([Outer.Inner, Outer.Inner.Deep()], protocol)
    print(data, pickle.loads(data)[0] is Outer.Inner, type(pickle.loads(data)[1]) is Outer.Inner.Deep)
