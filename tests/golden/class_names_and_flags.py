# Classes made by type(): names, documentation, __firstlineno__, keys that are no strings, what patterns take them for.
import collections
import collections.abc
import sys
import types
import warnings


def attempt(function):
    try:
        print(repr(function()))
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)


print('--- names and documentation')
for name in 'A\udcdcB', 'A\0B', 'Ä':
    attempt(lambda: type(name, (), {}).__name__)
C = type('C', (), {})
for name in 'A\udcdcB', 'A\0B', b'A', 1:
    attempt(lambda: setattr(C, '__name__', name))
print(C.__name__)
for text in 'x\udcdcy', 'x\0y', 'ä', None, 1:
    attempt(lambda: type('A', (), {'__doc__': text}).__doc__)

print('--- __firstlineno__')
A = type('A', (), {'__firstlineno__': 42, '__module__': 'one'})
print(A.__firstlineno__, A.__dict__['__firstlineno__'])
A.__module__ = 'two'
attempt(lambda: A.__firstlineno__)
attempt(lambda: A.__dict__['__firstlineno__'])
A.__firstlineno__ = 43
print(A.__firstlineno__, A.__module__)

print('--- keys')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    Odd = type('Odd', (), {1: 2, 'x': 3})
    print([(w.category.__name__, str(w.message)) for w in caught], Odd.x)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        type('Odd', (), {1: 2})
    except RuntimeWarning as error:
        print('raised', error)

print('--- patterns go by the order of the bases')


def kind(value):
    match value:
        case [*_]:
            return 'sequence'
        case {}:
            return 'mapping'
    return None


bases = [(collections.UserDict, collections.abc.Sequence), (dict, collections.abc.Sequence),
         (collections.abc.Sequence, dict), (collections.abc.Mapping, list), (list, collections.abc.Mapping),
         (collections.UserList, collections.abc.Mapping), (collections.deque, collections.abc.Mapping),
         (dict,), (list,), (tuple,), (str,), (collections.OrderedDict,)]
for classes in bases:
    made = types.new_class('Made', classes, {}, lambda space: space.update(
        {name: lambda self, *rest: 0 for name in ('__getitem__', '__len__', '__iter__', 'insert', '__setitem__')}))
    made.__abstractmethods__ = frozenset()
    print([base.__name__ for base in classes], kind(made()))
class Later:
    pass
class Below(Later):
    pass
print(kind(Below()))
collections.abc.Sequence.register(Later)
print(kind(Below()), kind(Later()))

print('--- tracebacks')
try:
    raise IndexError
except IndexError as error:
    print(dir(error.__traceback__))
frame = sys._getframe()
for arguments in [(None, None, 1, 2), ('no', frame, 1, 2), (None, frame, 'n', 2), (None, frame, 1, 'n'), ()]:
    attempt(lambda: types.TracebackType(*arguments))

print('--- what goes wrong in the class given to throw()')
class Unmade(Exception):
    def __new__(cls):
        return 5
class Failing(Exception):
    def __init__(self):
        raise KeyError('made')
def catches():
    try:
        yield
    except Exception as error:
        yield type(error).__name__, str(error)
for exception in Unmade, Failing:
    generator = catches()
    next(generator)
    attempt(lambda: generator.throw(exception))
    print(list(generator))

print('--- input() without flush')
class Bucket:
    def write(self, text):
        pass
import io
stdout, stdin = sys.stdout, sys.stdin
sys.stdout, sys.stdin = Bucket(), io.StringIO('line\0more\n')
try:
    line = input('prompt')
finally:
    sys.stdout, sys.stdin = stdout, stdin
print(repr(line))
