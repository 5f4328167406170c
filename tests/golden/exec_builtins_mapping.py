# __builtins__ in the globals of eval and exec: dicts, their subclasses, other mappings, other objects.
from types import MappingProxyType


def attempt(source, builtins, mode='eval', **names):
    space = {'__builtins__': builtins, **names}
    try:
        result = eval(compile(source, 'test', mode), space)
    except Exception as error:
        print(source, '->', type(error).__name__, error)
    else:
        print(source, '->', result, sorted(name for name in space if name != '__builtins__'))


class Calculating(dict):
    def __getitem__(self, name):
        return 'made of ' + name


class Refusing(dict):
    def __getitem__(self, name):
        raise LookupError(name)


print('--- names')
for builtins in ({'x': 1}, MappingProxyType({'x': 1}), Calculating(), Calculating(x=5), Refusing(x=5), {}, 123, None,
                 MappingProxyType({})):
    attempt('x', builtins)
    attempt('(lambda: x)()', builtins)

print('--- the same code with one and the other')
code = compile('x, [x for _ in (1, 2)]', 'test', 'eval')
space = {'__builtins__': {'x': 1}}
for _ in range(5):
    print(eval(code, space))
space['__builtins__'] = MappingProxyType({'x': 2})
for _ in range(3):
    print(eval(code, space))
print(eval(code, {'__builtins__': {'x': 3}}))

print('--- functions keep them')
space = {'__builtins__': MappingProxyType({'x': 'kept', 'len': len})}
exec('def f():\n    return x\ndef g():\n    return len(x)', space)
for _ in range(4):
    print(space['f'](), space['g'](), space['f'].__builtins__)

print('--- import')
attempt('import a.b', MappingProxyType({}), 'exec')
attempt('import a.b', MappingProxyType({'__import__': lambda name, *rest: print(name, len(rest))}), 'exec')
attempt('class C: pass', MappingProxyType({}), 'exec')
attempt('class C: pass', {}, 'exec')

print('--- what __reduce__ looks up')
attempt('x.__reduce__()', MappingProxyType({}), x=iter([1, 2]))
attempt('x.__reduce__()', MappingProxyType({'iter': 'mine'}), x=iter([1, 2]))
attempt('x.__reduce__()', {}, x=iter('ab'))
