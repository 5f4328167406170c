# eval() with locals that are any mapping: names, dir(), locals(); and reprs and documentation looked up by type.
import collections
import types
import weakref


def attempt(*args):
    try:
        print(args[0], '->', eval(*args))
    except (NameError, TypeError) as error:
        print(args[0], '->', type(error).__name__, error)


class Mapping:
    def __getitem__(self, key):
        if key == 'a':
            return 12
        raise KeyError(key)

    def keys(self):
        return list('zxy')


class Subclass(dict):
    def __getitem__(self, key):
        return 12 if key == 'a' else dict.__getitem__(self, key)

    def keys(self):
        return iter('zxy')


class NoKeys:
    def __getitem__(self, key):
        raise KeyError(key)

    def keys(self):
        return 1


space = globals()
for mapping in Mapping(), Subclass(), collections.UserDict(b=1), collections.ChainMap({'a': 1}, {'b': 2}):
    print('---', type(mapping).__name__)
    for source in 'a', 'b', 'dir()', 'type(locals()).__name__', '[len(dir()) for i in (2, 3)]':
        attempt(source, space, mapping)
attempt('dir()', space, NoKeys())
attempt('a', Mapping())
attempt('a', space, object())

print('--- weak references show the names that types have')


class Config(dict):
    def __getattr__(self, name):
        return self[name]


class Named:
    __name__ = 'given'


for thing in Config(), Named(), attempt, Named:
    print(repr(weakref.ref(thing)).split(' (')[1:], repr(weakref.ref(thing)).split()[3:5])

for kind in types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType:
    print([kind.__dict__[name].__doc__ for name in ('__name__', '__qualname__')])

print('--- a byte order mark and a coding line')
for coding in 'utf-8', 'utf8', 'UTF_8', 'utf-8-sig', 'latin-1', 'u8':
    try:
        print(coding, eval(b'\xef\xbb\xbf#coding: %s\n"\xc3\xa9"' % coding.encode()))
    except SyntaxError as error:
        print(coding, error.msg, error.lineno, error.offset)
