"""Questions about live objects: what they are, their members, documentation, signatures and source."""
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20

_SIGNATURE_NAMES = ('signature', 'Signature', 'Parameter', 'BoundArguments', 'formatannotation', '_empty',
                    '_ParameterKind')


def __getattr__(name):
    if name in _SIGNATURE_NAMES:
        import _inspect_signature
        for known in _SIGNATURE_NAMES:
            globals()[known] = getattr(_inspect_signature, known)
        return globals()[name]
    if name in ('FullArgSpec', 'ArgInfo', 'ClosureVars', 'Attribute', 'Arguments', 'FrameInfo', 'Traceback'):
        _make_records()
        return globals()[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def _make_records():
    from collections import namedtuple
    for name, fields in (('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations'),
                         ('ArgInfo', 'args varargs keywords locals'),
                         ('ClosureVars', 'nonlocals globals builtins unbound'),
                         ('Attribute', 'name kind defining_class object'),
                         ('Arguments', 'args varargs varkw'),
                         ('FrameInfo', 'frame filename lineno function code_context index'),
                         ('Traceback', 'filename lineno function code_context index')):
        globals()[name] = namedtuple(name, fields, module='inspect')


def __dir__():
    return sorted({*globals(), *_SIGNATURE_NAMES} - {'__getattr__', '__dir__'})


# ---- Kinds of objects

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or \
        ismethodwrapper(object)


def ismethoddescriptor(object):
    """Whether it has __get__ but no __set__, and is neither class, function nor method."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    from _functools import partial
    if isinstance(object, partial):
        return False  # its __get__ only says that it will bind one day
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__') and not hasattr(cls, '__delete__')


def isdatadescriptor(object):
    """Whether it has __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def _unwrapped_partial(f):
    while type(f).__module__ == 'functools' and hasattr(f, 'func') and hasattr(f, 'keywords'):
        f = f.func
    return f


def _has_code_flag(f, flag):
    f = getattr(_unwrapped_partial(f), '__func__', _unwrapped_partial(f)) if ismethod(f) else f
    f = _unwrapped_partial(f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_code_flag(obj, CO_GENERATOR)


_coroutine_mark = object()


def markcoroutinefunction(func):
    """Decorator: iscoroutinefunction() says yes to the function."""
    getattr(func, '__func__', func)._is_coroutine_mark = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    if getattr(getattr(obj, '__func__', obj), '_is_coroutine_mark', None) is _coroutine_mark:
        return True
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isawaitable(object):
    """Whether it can be used in an await expression."""
    return (isinstance(object, types.CoroutineType) or
            isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE) or
            hasattr(type(object), '__await__'))


def isabstract(object):
    """Whether it is a class with abstract methods."""
    return isclass(object) and bool(object.__flags__ & TPFLAGS_IS_ABSTRACT)


# ---- Members

def getmembers(object, predicate=None):
    """(name, value) of all attributes that satisfy the predicate, sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """getmembers() that runs no descriptors and no __getattr__."""
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    names = dir(object)
    if isclass(object):
        names += [k for base in object.__bases__ for k, v in base.__dict__.items()
                  if isinstance(v, types.DynamicClassAttribute)]
    mro = getmro(object) if isclass(object) else ()
    results, seen = [], set()
    for name in names:
        try:
            value = get(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((name, value))
        seen.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


_sentinel = object()


def getattr_static(obj, attr, default=_sentinel):
    """The attribute as it lies in the instance, the class or the metaclass: no descriptor, no __getattr__ runs."""
    own = _sentinel
    if isinstance(obj, type):
        own = _in_mro(obj, attr)
        cls = type(obj)
    else:
        cls = type(obj)
        values = _in_mro(cls, '__dict__')
        if values is _sentinel or type(values) is types.GetSetDescriptorType:
            try:
                own = object.__getattribute__(obj, '__dict__').get(attr, _sentinel)
            except AttributeError:
                pass
    in_class = _in_mro(cls, attr)
    if own is not _sentinel and in_class is not _sentinel and not isinstance(obj, type):
        found = type(in_class)
        if _in_mro(found, '__get__') is not _sentinel and (_in_mro(found, '__set__') is not _sentinel or
                                                           _in_mro(found, '__delete__') is not _sentinel):
            return in_class
    if own is not _sentinel:
        return own
    if in_class is not _sentinel:
        return in_class
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def _in_mro(cls, attr):
    for base in type.__dict__['__mro__'].__get__(cls):
        if attr in base.__dict__:
            return base.__dict__[attr]
    return _sentinel


def classify_class_attrs(cls):
    """For each name of a class: its kind, the class that defines it, and the object there."""
    _make_records()
    result = []
    for name in dir(cls):
        for base in getmro(cls) + getmro(type(cls)):
            if name in base.__dict__:
                found = base.__dict__[name]
                break
        else:
            continue
        if isinstance(found, (staticmethod, types.BuiltinMethodType)):
            kind = 'static method'
        elif isinstance(found, (classmethod, types.ClassMethodDescriptorType)):
            kind = 'class method'
        elif isinstance(found, property):
            kind = 'property'
        else:
            kind = 'method' if isroutine(found) else 'data'
        result.append(Attribute(name, kind, base, found))
    return result


def getmro(cls):
    """The base classes of a class, itself first."""
    return cls.__mro__


def getclasstree(classes, unique=False):
    """Nested lists of (class, bases), each followed by the list of what derives from it."""
    children, roots = {}, []
    for c in classes:
        for parent in c.__bases__:
            derived = children.setdefault(parent, [])
            if c not in derived:
                derived.append(c)
            if unique and parent in classes:
                break
        if not c.__bases__ and c not in roots:
            roots.append(c)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    """Helper of getclasstree()."""
    results = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def unwrap(func, *, stop=None):
    """What is at the end of the chain of __wrapped__ attributes."""
    original, seen = func, {id(func)}
    while not isinstance(func, type) and hasattr(func, '__wrapped__'):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {original!r}')
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, module or callable, as a new dict; eval_str: strings are evaluated."""
    if isinstance(obj, type):
        found = obj.__dict__.get('__annotations__', None)
        module = sys.modules.get(getattr(obj, '__module__', None))
        names, inner, unwrapped = getattr(module, '__dict__', None), dict(vars(obj)), obj
    elif isinstance(obj, types.ModuleType):
        found, names, inner, unwrapped = getattr(obj, '__annotations__', None), obj.__dict__, None, None
    elif callable(obj):
        found, inner, unwrapped = getattr(obj, '__annotations__', None), None, obj
        names = getattr(obj, '__globals__', None)
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not eval_str:
        return dict(found)
    if unwrapped is not None and not isinstance(unwrapped, type):
        names = getattr(unwrap(unwrapped), '__globals__', names)
    names = names if globals is None else globals
    inner = inner if locals is None else locals
    return {key: eval(value, names, inner) if isinstance(value, str) else value for key, value in found.items()}


# ---- Documentation

def cleandoc(doc):
    """Documentation with the indentation of its second and later lines removed."""
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """The documentation, inherited if need be, cleaned; None without any."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def _finddoc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name, owner = obj.__func__.__name__, obj.__self__
        cls = owner if isclass(owner) else owner.__class__
    elif isfunction(obj) or isinstance(obj, property):
        func = obj.fget if isinstance(obj, property) else obj
        name = func.__name__
        cls = sys.modules.get(func.__module__)
        for part in func.__qualname__.split('.')[:-1]:
            cls = getattr(cls, part)
        if not isclass(cls):
            return None
    elif isbuiltin(obj):
        name, owner = obj.__name__, obj.__self__
        cls = owner if isclass(owner) else owner.__class__
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name, cls = obj.__name__, obj.__objclass__
        slots = getattr(cls, '__slots__', None)
        if ismemberdescriptor(obj) and isinstance(slots, dict) and name in slots:
            return slots[name]
    else:
        return None
    for base in cls.__mro__:
        found = getattr(base, name, _sentinel)
        doc = None if found is _sentinel else found.__doc__
        if doc is not None:
            return doc
    return None


# ---- Files and source

def getmodule(object, _filename=None):
    """The module in which an object was made, or None."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getmodulename(path):
    """The module that a file would be, or None."""
    name = path.rpartition('/')[2]
    return name.removesuffix('.py') if name.endswith('.py') and name != '.py' else None


def getfile(object):
    """The file in which an object was made."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    f'{type(object).__name__}')


def getsourcefile(object):
    """The file with an object's source, or None."""
    filename = getfile(object)
    return None if filename.startswith('<') else filename


getabsfile = getsourcefile


def findsource(object):
    """All lines of the file of an object, and the index of the line where it begins."""
    import linecache
    file = getsourcefile(object) or getfile(object)
    lines = linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        try:
            return lines, object.__dict__['__firstlineno__'] - 1
        except KeyError:
            raise OSError('source code not available') from None
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if not iscode(object):
        raise OSError('could not find code object')
    if object.co_firstlineno > len(lines):
        raise OSError('lineno is out of bounds')
    return lines, object.co_firstlineno - 1


class _Scanner:
    """Follows source line by line: whether a line is inside brackets or a string when it begins."""

    def __init__(self):
        self.depth = 0
        self.quote = None
        self.continued = False

    @property
    def inside(self):
        return self.depth > 0 or self.quote is not None or self.continued

    def feed(self, line):
        i = 0
        self.continued = False
        while i < len(line):
            c = line[i]
            if self.quote:
                if c == '\\':
                    i += 1
                elif line.startswith(self.quote, i):
                    i += len(self.quote) - 1
                    self.quote = None
            elif c == '#':
                return
            elif c in '\'"':
                self.quote = c * 3 if line.startswith(c * 3, i) else c
                i += len(self.quote) - 1
            elif c in '([{':
                self.depth += 1
            elif c in ')]}':
                self.depth -= 1
            elif c == '\\' and line[i + 1:] in ('\n', ''):
                self.continued = True
            i += 1
        if self.quote and len(self.quote) == 1:
            self.quote = None


def getblock(lines):
    """The lines of the definition that begins at the first one."""
    scanner = _Scanner()
    indent = len(lines[0]) - len(lines[0].lstrip())
    last = 0
    in_header = True
    for i, line in enumerate(lines):
        text = line.strip()
        if not scanner.inside and text and not in_header:
            if len(line) - len(line.lstrip()) <= indent:
                break
        was_inside = scanner.inside
        scanner.feed(line)
        if text and (was_inside or not text.startswith('#')):
            last = i
        if in_header and not scanner.inside and text and not text.startswith(('@', '#')):
            in_header = False
            if not lines[0].lstrip().startswith(('def ', 'class ', 'async ', '@')):
                break
    return lines[:last + 1]


def getsourcelines(object):
    """The lines of an object's source, and the number of the first."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The text of an object's source."""
    return ''.join(getsourcelines(object)[0])


def getcomments(object):
    """The comment lines right before an object's source, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    comments = []
    indent = len(lines[number]) - len(lines[number].lstrip())
    while number > 0 and lines[number - 1].lstrip().startswith('#') and \
            len(lines[number - 1]) - len(lines[number - 1].lstrip()) == indent:
        number -= 1
        comments.insert(0, lines[number].expandtabs().lstrip())
    return ''.join(comments) or None


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


# ---- Frames

def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """Where a frame or traceback is: file, line, function, source lines around."""
    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    _make_records()
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def _frame_info(frame, of, context):
    return FrameInfo(frame, *getframeinfo(of, context))


def getouterframes(frame, context=1):
    """FrameInfo of a frame and its callers."""
    result = []
    _make_records()
    while frame:
        result.append(_frame_info(frame, frame, context))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """FrameInfo of the frames of a traceback."""
    result = []
    _make_records()
    while tb:
        result.append(_frame_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return result


def stack(context=1):
    """FrameInfo of the caller and its callers."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """FrameInfo of the frames between here and where the exception being handled was raised."""
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error else None, context)


def getargvalues(frame):
    """The parameters of a frame's function and its variables."""
    args, varargs, varkw = getargs(frame.f_code)
    return __getattr__('ArgInfo')(args, varargs, varkw, frame.f_locals)


def getargs(co):
    """Names of the parameters of a code object."""
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    at = count
    if co.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return __getattr__('Arguments')(list(names[:count]), varargs, varkw)


# ---- Calls

def getfullargspec(func):
    """Names and defaults of a function's parameters: the older way; see signature()."""
    Parameter = __getattr__('Parameter')
    import _inspect_signature
    try:
        sig = _inspect_signature._signature_of(func, __getattr__('Signature'), follow_wrapped=False, skip_first=False)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args, defaults, kwonly, kwdefaults = [], (), [], {}
    varargs = varkw = None
    annotations = {}
    if sig.return_annotation is not sig.empty:
        annotations['return'] = sig.return_annotation
    for param in sig.parameters.values():
        if param.kind is Parameter.VAR_POSITIONAL:
            varargs = param.name
        elif param.kind is Parameter.VAR_KEYWORD:
            varkw = param.name
        elif param.kind is Parameter.KEYWORD_ONLY:
            kwonly.append(param.name)
            if param.default is not param.empty:
                kwdefaults[param.name] = param.default
        else:
            args.append(param.name)
            if param.default is not param.empty:
                defaults += (param.default,)
        if param.annotation is not param.empty:
            annotations[param.name] = param.annotation
    return __getattr__('FullArgSpec')(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """What the parameters of a function would be bound to in a call."""
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
        func = func.__func__
    sig = __getattr__('signature')(func)
    bound = sig.bind(*positional, **named)
    bound.apply_defaults()
    values = dict(bound.arguments)
    # Given positionally, the variadic ones, the rest.
    first = list(values)[:len(positional)]
    stars = [p.name for p in sig.parameters.values() if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
    return {name: values[name] for name in dict.fromkeys([*first, *stars, *values])}


def getclosurevars(func):
    """The variables a function uses from outside."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    cells = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    known = func.__builtins__ if isinstance(getattr(func, '__builtins__', None), dict) else vars(
        sys.modules['builtins'])
    used, builtin, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            used[name] = func.__globals__[name]
        elif name in known:
            builtin[name] = known[name]
        else:
            unbound.add(name)
    return __getattr__('ClosureVars')(cells, used, builtin, unbound)


# ---- States

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED')
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = (
    'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED')


def _state(prefix, running, suspended, frame):
    return prefix + ('RUNNING' if running else 'SUSPENDED' if suspended else 'CLOSED' if frame is None else 'CREATED')


def getgeneratorstate(generator):
    """Whether a generator is created, running, suspended or closed."""
    return _state('GEN_', generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    """Whether a coroutine is created, running, suspended or closed."""
    return _state('CORO_', coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getasyncgenstate(agen):
    """Whether an asynchronous generator is created, running, suspended or closed."""
    return _state('AGEN_', agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getgeneratorlocals(generator):
    """The variables of a generator's frame."""
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    frame = generator.gi_frame
    return frame.f_locals if frame is not None else {}


def getcoroutinelocals(coroutine):
    """The variables of a coroutine's frame."""
    frame = getattr(coroutine, 'cr_frame', None)
    return frame.f_locals if frame is not None else {}


__all__ = sorted(name for name in globals() if not name.startswith('_') and name not in ('sys', 'types')) + [
    'signature', 'Signature', 'Parameter', 'BoundArguments', 'formatannotation', 'FullArgSpec', 'ArgInfo',
    'ClosureVars', 'Attribute', 'Arguments', 'FrameInfo', 'Traceback']
