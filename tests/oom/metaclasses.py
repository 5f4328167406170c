class Meta(type):
    def __new__(meta, name, bases, namespace, **kw):
        namespace["made"] = name.lower()
        return super().__new__(meta, name, bases, namespace)

    def __call__(cls, *args):
        o = super().__call__(*args)
        o.called = True
        return o


class A(metaclass=Meta, flag=1):
    def __init_subclass__(cls, **kw):
        cls.registered = sorted(kw)


class B(A, x=1):
    pass


print(A.made, B.made, B.registered, B().called, type("C", (B,), {"y": 2}).y)
