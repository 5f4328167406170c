# Struct sequences: made from Python, replaced, with hidden fields; and messages that name a type in full.
import sys
import time


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


T = time.struct_time
show(lambda: (T.n_fields, T.n_sequence_fields, T.n_unnamed_fields, T.__match_args__))
show(lambda: T(range(9)))
show(lambda: T(range(8)))
show(lambda: (len(T(range(11))), T(range(11)).tm_gmtoff))
show(lambda: T(range(12)))
show(lambda: T('123456789', {'tm_zone': 'x'}).tm_zone)
show(lambda: T('123456789', {'tm_zonex': 'x'}))
show(lambda: T('123456789ab', {'tm_zone': 'x'}))
show(lambda: T('123456789', {'tm_year': 'x'}))
show(lambda: T(sequence='123456789', dict={'tm_gmtoff': 5}).tm_gmtoff)
show(lambda: T('123456789', 3))
show(lambda: T())
show(lambda: T(5))
show(lambda: T('123456789').__replace__(tm_year=5, tm_zone='z').tm_zone)
show(lambda: T('123456789').__replace__(tm_yeard=5))
show(lambda: T('123456789').__replace__(5))
show(lambda: T('123456789').__reduce__())
show(lambda: T('123456789') + (1,))
show(lambda: (hash(T('123456789')) == hash(tuple('123456789')), T('123456789') == tuple('123456789')))
show(lambda: (T.tm_zone, type(T.tm_year).__name__))
show(lambda: type('S', (T,), {}))
show(lambda: setattr(T(range(9)), 'tm_year', 1))
show(lambda: type(sys.flags)(range(18)))
show(lambda: type(sys.version_info)((1, 2, 3, 4, 5)))
show(lambda: type(sys.float_info)(range(11)))
show(lambda: type(sys.float_info)(range(10)))
match T(range(9)):
    case T(year, month, tm_sec=second):
        print(year, month, second)


def make():
    class Slotted:
        __slots__ = 'a'
    return Slotted


for cls in make(), type('Top', (), {'__slots__': 'a'}), type('Elsewhere', (), {'__slots__': 'a', '__module__': 'far'}):
    for action in (lambda: cls().a, lambda: cls().b, lambda: delattr(cls(), 'a'), lambda: delattr(cls(), 'b')):
        show(action)


class NoItems:
    __class_getitem__ = None


class BadItems:
    __class_getitem__ = 'text'


class NoParameters:
    def __class_getitem__():
        pass


show(lambda: NoItems[int])
show(lambda: BadItems[int])
show(lambda: NoParameters[int])
for name in '', '1', 'a b', '\x80', 'é', 'ünï', 'a-b', '__dict__', 5:
    show(lambda: vars(type('C', (), {'__slots__': [name]})).keys() - {'__module__', '__slots__', '__doc__'})
