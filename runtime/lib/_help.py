"""help(): what an object is, as text, in the arrangement of CPython's pydoc."""
import builtins
import inspect
import sys


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (TypeError, ValueError):
        return '(...)'


def _indented(text, prefix='    '):
    return '\n'.join((prefix + line).rstrip() for line in text.split('\n'))


def _value(name, thing):
    import re
    return re.sub(r' at 0x[0-9a-f]{6,16}>', '>', f'{name} = {thing!r}')


def _routine(name, thing, note=''):
    doc = inspect.getdoc(thing)
    kind = 'async ' if inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing) else ''
    heading = kind + name + _signature(thing) + note
    return heading + '\n' + (_indented(doc) + '\n' if doc else '')


def _title(class_, module):
    name = class_.__qualname__
    return name if class_.__module__ == module else f'{class_.__module__}.{name}'


# ---- Classes

_KINDS = (('Methods', lambda thing, plain: inspect.isroutine(thing) and not isinstance(thing, (classmethod, staticmethod))),
          ('Class methods', lambda thing, plain: isinstance(thing, classmethod)),
          ('Static methods', lambda thing, plain: isinstance(thing, staticmethod)),
          ('Readonly properties', lambda thing, plain: isinstance(thing, property) and thing.fset is None),
          ('Data descriptors', lambda thing, plain: inspect.isdatadescriptor(thing)),
          ('Data and other attributes', lambda thing, plain: True))
_HIDDEN = frozenset({'__module__', '__doc__', '__qualname__', '__firstlineno__', '__static_attributes__',
                     '__builtins__', '__path__', '__spec__', '__loader__', '__package__', '__file__', '__cached__',
                     '__slots__', '__orig_bases__', '__abstractmethods__', '_abc_impl', '__parameters__',
                     '__annotations_cache__'})
_RULE = '-' * 70


def _kind_of(thing):
    return next(i for i, (_, test) in enumerate(_KINDS) if test(thing, None))


def _member(class_, name, thing, kind):
    if kind < 3:
        bound = getattr(class_, name, thing) if kind else thing
        text = _routine(name, bound).rstrip('\n')
        if kind == 0 and not inspect.getdoc(thing):
            inherited = next((getattr(base, name, None) for base in class_.__mro__[1:] if name in vars(base)), None)
            doc = inspect.getdoc(inherited) if inherited is not None else None
            text += '\n' + _indented(doc) if doc else ''
        return text
    if kind < 5:
        doc = inspect.getdoc(thing)
        return name + ('\n' + _indented(doc) if doc else '')
    return _value(name, thing)


def _class(class_, module):
    bases = ', '.join(_title(base, module) for base in class_.__bases__)
    lines = []
    if class_.__init__ is not object.__init__ or class_.__new__ is not object.__new__:
        lines.append(class_.__name__ + _signature(class_))
        lines.append('')
    doc = inspect.getdoc(class_) if vars(class_).get('__doc__') else None
    if doc:
        lines += [*doc.split('\n'), '']
    order = [base for base in class_.__mro__]
    if len(order) > 2:
        lines += ['Method resolution order:', *('    ' + _title(base, module) for base in order), '']
    seen, sections = set(), []
    for base in order:
        if base is object and class_ is not object:
            continue
        where = 'defined here' if base is class_ else f'inherited from {_title(base, module)}'
        members = [(name, thing) for name, thing in vars(base).items() if name not in seen and name not in _HIDDEN]
        seen.update(vars(base))
        for i, (title, _) in enumerate(_KINDS):
            chosen = sorted((name, thing) for name, thing in members if _kind_of(thing) == i) if i != 5 else \
                [(name, thing) for name, thing in sorted(members, key=lambda m: m[0]) if _kind_of(thing) == i]
            if chosen:
                # Data stand line by line, all else with an empty line in between.
                texts = [_member(class_, name, thing, i) for name, thing in chosen]
                sections.append(f'{title} {where}:\n\n' + '\n\n'.join(texts))
    lines.append(f'\n\n{_RULE}\n'.join(sections))
    body = '\n'.join(lines).rstrip('\n')
    return f'class {class_.__name__}' + (f'({bases})' if bases else '') + '\n' + _indented(body, ' |  ').replace(' |\n', ' |\n') + '\n'


# ---- Modules

def _section(title, text):
    return f'{title}\n{_indented(text)}\n\n' if text else ''


def _module(module):
    doc = inspect.getdoc(module) or ''
    first, _, rest = doc.partition('\n')
    text = _section('NAME', module.__name__ + (f' - {first}' if first else ''))
    text += _section('DESCRIPTION', rest.strip('\n'))
    names = getattr(module, '__all__', None) or sorted(n for n in vars(module) if not n.startswith('_'))
    own = [(name, getattr(module, name)) for name in names]
    classes = [(n, t) for n, t in own if isinstance(t, type) and t.__module__ == module.__name__]
    functions = [(n, t) for n, t in own if inspect.isroutine(t)]
    data = [(n, t) for n, t in own if not isinstance(t, type) and not inspect.isroutine(t) and not inspect.ismodule(t)]
    text += _section('CLASSES', '\n'.join(_class(t, module.__name__) for _, t in classes).rstrip('\n'))
    text += _section('FUNCTIONS', '\n'.join(_routine(n, t) for n, t in functions).rstrip('\n'))
    text += _section('DATA', '\n'.join(_value(n, t) for n, t in data))
    return text + _section('FILE', getattr(module, '__file__', '(built-in)'))


# ---- The way in

def _describe(thing):
    """The heading and the text of an object."""
    module = getattr(thing, '__module__', None)
    where = f' in module {module}' if module else ''
    if inspect.ismodule(thing):
        return f'module {thing.__name__}', _module(thing)
    if isinstance(thing, type):
        return f'class {thing.__name__}{where}', _class(thing, module)
    if inspect.ismethod(thing):
        owner = thing.__self__
        note = f' method of {_title(type(owner), None)} instance'
        return f'method {thing.__name__}{where}', _routine(thing.__name__, thing, note)
    if inspect.isbuiltin(thing):
        owner = getattr(thing, '__self__', None)
        bound = owner is not None and not inspect.ismodule(owner)
        note = f' method of {_title(type(owner), None)} instance' if bound else ''
        return f'built-in function {thing.__name__}{"" if bound else where}', _routine(thing.__name__, thing, note)
    if inspect.isroutine(thing):
        kind = 'function' if inspect.isfunction(thing) else 'method_descriptor'
        return f'{kind} {thing.__name__}{where}', _routine(thing.__name__, thing)
    class_ = type(thing)
    return f'{class_.__name__}{f" in module {class_.__module__}"} object', _class(class_, class_.__module__)


def _find(name):
    """What a dotted name in a string means: a module or something in one, or a builtin."""
    parts = name.split('.')
    for length in range(len(parts), 0, -1):
        try:
            found = __import__('.'.join(parts[:length]), fromlist=['*'])
        except ImportError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    found = builtins
    for part in parts:
        found = getattr(found, part)
    return found


def show(*args):
    """Print the help for an object, or for what a string names."""
    if not args:
        print("Type help(object) for help about object, help('name') for what has that name.")
        return
    thing = args[0]
    if isinstance(thing, str):
        try:
            thing = _find(thing)
        except AttributeError:
            print(f'No Python documentation found for {thing!r}.\nUse help() to get the interactive help utility.\n'
                  'Use help(str) for help on the str class.\n')
            return
    heading, text = _describe(thing)
    sys.stdout.write(f'Help on {heading}:\n\n{text}\n')
