# Classes are garbage like everything else.
import gc
import weakref
gc.disable()
gc.collect()


def make(n):
    class Base:
        def method(self):
            return n

    class Derived(Base):
        attribute = [n]
    Derived.instance = Derived()
    return weakref.ref(Base), weakref.ref(Derived), weakref.ref(Derived.instance)


refs = [make(i) for i in range(50)]
print(all(r() is not None for three in refs for r in three))
gc.collect()
print(all(r() is None for three in refs for r in three))


class Parent:
    pass


def subclass():
    class Child(Parent):
        pass
    return Child


child = subclass()
print([c.__name__ for c in Parent.__subclasses__()])
del child
gc.collect()
print(Parent.__subclasses__())


class Meta(type):
    def __del__(cls):
        print("class dies:", cls.__name__)


def with_meta():
    class M(metaclass=Meta):
        pass


with_meta()
gc.collect()
print("done")
