# Fields of built-in objects are members, computed attributes are getsets; exceptions own each attribute once.


def kinds(cls):
    found = {}
    for name, attribute in vars(cls).items():
        kind = type(attribute).__name__
        if kind in ('member_descriptor', 'getset_descriptor'):
            found[name] = kind[0]
    return ' '.join(sorted('%s:%s' % item for item in found.items()))


for cls in (object, type, property, staticmethod, classmethod, super, complex, float, int, range, slice,
            type(list.append), type(vars(dict)['fromkeys']), type(int.__add__), type([].append),
            type(vars(type)['__name__']), type(range.start)):
    print(cls.__name__, kinds(cls))

for cls in (BaseException, Exception, OSError, FileNotFoundError, TimeoutError, ImportError, ModuleNotFoundError,
            SyntaxError, IndentationError, TabError, NameError, UnboundLocalError, AttributeError, StopIteration,
            SystemExit, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError, BaseExceptionGroup):
    print(cls.__name__, kinds(cls))


def attempt(action):
    try:
        return action()
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


def put(target, name):
    setattr(target, name, 1)


print(complex.real, range.start, property.fget, SyntaxError.lineno)
print(complex.real.__name__, complex.real.__qualname__, complex.real.__objclass__, type(complex.real).__name__)
print(attempt(lambda: put(1j, 'real')))
print(attempt(lambda: put(range(3), 'stop')))
print(attempt(lambda: put(slice(3), 'stop')))
print(attempt(lambda: put(property(), 'fget')))
print(attempt(lambda: put(1, 'real')))
print(attempt(lambda: put(1.5, 'imag')))
print(attempt(lambda: put([].append, '__self__')))
print(attempt(lambda: put(classmethod(len), '__func__')))
print(attempt(lambda: complex.real.__get__(1j)))
print(attempt(lambda: complex.real.__get__(1)))
print(attempt(lambda: complex.real.__set__(1, 2)))
print(attempt(lambda: complex.imag.__delete__(1j)))
print(attempt(lambda: range.step.__get__(range(1, 9, 3), range)))
