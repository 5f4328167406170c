import weakref


class A:
    pass


a = A()
refs = [weakref.ref(a, lambda r: print("gone")) for i in range(3)]
plain = weakref.ref(a)
print(plain() is a, weakref.getweakrefcount(a))
del a
print(plain())
