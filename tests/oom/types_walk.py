# Members, bases and layouts, struct sequences, property copies, unicode names: each allocation may fail.
import time
import unicodedata


class Once(type):
    def mro(cls):
        return type.mro(cls)


class C:
    pass


class C2:
    pass


class D(C):
    __slots__ = ('a',)


class E(D, metaclass=Once):
    pass


D.__bases__ = (C2,)
e = E()
e.a = 1
print(E.__mro__[1:3], range.start, complex.real, E.a)
T = time.struct_time
t = T('123456789', {'tm_zone': 'x'})
print(t.__replace__(tm_year=5), t.__reduce__()[1][1], T.__match_args__[:2])


def one(self):
    "doc"


class P(property):
    pass


print(P(one).setter(one).__doc__, property(one).getter(one).__doc__, list(classmethod(one).__dict__))
print(unicodedata.name('é'), unicodedata.lookup('KEYCAP DIGIT ONE') == '1\ufe0f\u20e3', unicodedata.normalize('NFKD', 'ﬁ\ud800é') == 'fi\ud800e\u0301',
      unicodedata.decomposition('ﬁ'))
print('a,b'.split(','), b'a b'.rsplit(None, 1), 'k=v'.partition('='), dict.fromkeys({1}), {1}.symmetric_difference({2: 0}), iter(range(2 ** 70)).__reduce__()[1])
it = iter(range(2 ** 70))
it.__setstate__(2 ** 69)
print(next(it) == 2 ** 69, bool.__text_signature__, C.__flags__ >> 9 & 1)
