# Every combination of __get__, __set__, __delete__ against an entry of the instance's dict, and what is done to it.
def make(methods):
    namespace = {}
    if "get" in methods:
        namespace["__get__"] = lambda self, obj, owner=None: ("get", obj is not None, owner.__name__)
    if "set" in methods:
        namespace["__set__"] = lambda self, obj, value: print("  set", value)
    if "delete" in methods:
        namespace["__delete__"] = lambda self, obj: print("  delete")
    return type("D", (), namespace)()


def attempt(label, f):
    try:
        result = f()
        print("  " + label, result if isinstance(result, (tuple, int, type(None))) else type(result).__name__)
    except Exception as e:
        print("  " + label, type(e).__name__, e)


for methods in ((), ("get",), ("set",), ("delete",), ("get", "set"), ("get", "delete"), ("set", "delete"),
                ("get", "set", "delete")):
    class Owner:
        x = make(methods)

    class Heir(Owner):
        pass

    for cls in (Owner, Heir):
        obj = cls()
        print(methods, cls.__name__)
        attempt("read", lambda: obj.x)
        obj.__dict__["x"] = 1
        attempt("read with entry", lambda: obj.x)
        attempt("class", lambda: cls.x)
        attempt("assign", lambda: setattr(obj, "x", 2))
        attempt("entry", lambda: obj.__dict__.get("x"))
        attempt("delete", lambda: delattr(obj, "x"))
        attempt("entry", lambda: obj.__dict__.get("x"))
        attempt("delete again", lambda: delattr(obj, "x"))
        attempt("hasattr", lambda: hasattr(obj, "x") + 0)
