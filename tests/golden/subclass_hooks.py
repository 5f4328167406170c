# __init_subclass__, __set_name__, __class_getitem__, __mro_entries__, __prepare__ and their errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Base:
    seen = []

    def __init_subclass__(cls, /, tag=None, **rest):
        super().__init_subclass__(**rest)
        Base.seen.append((cls.__name__, tag))


class One(Base, tag='first'):
    pass


class Two(One):
    pass


print(Base.seen, type(Base.__dict__['__init_subclass__']).__name__)
show(lambda: type('Bad', (Base,), {}, unknown=1))
show(lambda: type('Bad', (), {}, unknown=1))
show(lambda: type('Fine', (Base,), {}, tag='t').__name__)


class Named:
    def __set_name__(self, owner, name):
        self.where = owner.__name__, name


class Holder:
    a = Named()
    b = c = Named()


print(Holder.a.where, Holder.b.where)
late = Named()
Holder.late = late
print(hasattr(late, 'where'))


class BadName:
    def __set_name__(self, owner, name):
        1 / 0


try:
    class Broken:
        attribute = BadName()
except ZeroDivisionError as error:
    print(error, error.__notes__)


class NoArguments:
    def __set_name__(self):
        pass


try:
    class Broken2:
        attribute = NoArguments()
except TypeError as error:
    print(error, error.__notes__)


class Items:
    def __class_getitem__(cls, item):
        return cls.__name__, item


class MoreItems(Items):
    pass


print(Items[1], MoreItems[1, 2], MoreItems['x':'y'])
show(lambda: Items()[1])


class Entry:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, original):
        return self.bases


class FromEntry(Entry(Base, Items), tag='entry'):
    pass


print(FromEntry.__bases__, type(FromEntry.__orig_bases__[0]).__name__, FromEntry[5])


class NoBases(Entry()):
    pass


print(NoBases.__bases__)
for bad in ([], 5, (5,)):
    class BadEntry:
        def __mro_entries__(self, bases):
            return bad

    try:
        class Fails(BadEntry()):
            pass
    except TypeError as error:
        print(error)
show(lambda: type('X', (Entry(Base),), {}))


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        print('prepare', name, [b.__name__ for b in bases], keywords)
        return {'prepared': name}

    def __new__(mcs, name, bases, namespace, **keywords):
        return super().__new__(mcs, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)
        cls.keywords = keywords


class Prepared(metaclass=Meta, option=1):
    print(prepared)


print(Prepared.prepared, Prepared.keywords)


class BadPrepare(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return 5


try:
    class Fails2(metaclass=BadPrepare):
        pass
except TypeError as error:
    print(error)
try:
    class Fails3(metaclass=lambda name, bases, namespace: (name, sorted(k for k in namespace if not k.startswith('__')))):
        x = 1
        y = 2
    print(Fails3)
except TypeError as error:
    print(error)


class M1(type):
    pass


class M2(type):
    pass


try:
    type('Conflict', (M1('A', (), {}), M2('B', (), {})), {})
except TypeError as error:
    print(error)
show(lambda: type('X', (int, str), {}))
show(lambda: type('X', (bool,), {}))
show(lambda: type('X', (object, int), {}))
show(lambda: type('X', (int, int), {}))
show(lambda: type('X', (5,), {}))
show(lambda: type('X', [], {}))
show(lambda: type(5, (), {}))
show(lambda: type('X', (), []))
show(lambda: type('X', ()))
show(lambda: type())
show(lambda: type('a\0b', (), {}))
show(lambda: setattr(One, '__name__', 'a\0b'))
show(lambda: setattr(One, '__name__', 5))
show(lambda: setattr(One, '__qualname__', 5))
show(lambda: delattr(One, '__name__'))
show(lambda: setattr(int, 'x', 1))
show(lambda: setattr(One, '__bases__', ()))
show(lambda: setattr(One, '__mro__', ()))
show(lambda: setattr(One, '__dict__', {}))
