"""inspect.signature() and its classes: what a callable can be called with."""
import builtins
import enum
import sys
import types
from _collections import OrderedDict
from keyword import iskeyword

__name__ = 'inspect'


class _empty:
    """Marks what a parameter or signature does not have."""


class _void:
    """Marks what replace() leaves as it is."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    """An annotation as signatures show it."""
    if getattr(annotation, '__module__', None) == 'typing' and not isinstance(annotation, types.GenericAlias):
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    """A parameter: its name, kind, default and annotation."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind') from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier() or iskeyword(name) and self._kind is not _POSITIONAL_ONLY:
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        return self._name

    @property
    def kind(self):
        return self._kind

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A copy with some attributes changed."""
        def chosen(new, old):
            return old if new is _void else new
        return type(self)(chosen(name, self._name), chosen(kind, self._kind),
                          default=chosen(default, self._default), annotation=chosen(annotation, self._annotation))

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f'{text}: {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
        stars = {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}
        return stars.get(self._kind, '') + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __reduce__(self):
        return (type(self), (self._name, self._kind),
                {'_default': self._default, '_annotation': self._annotation})

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']


class BoundArguments:
    """The arguments of a call by the names of the parameters."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        """The positional arguments, as a tuple."""
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind is _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        """The other arguments, as a dict."""
        kwargs = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
                else:
                    continue
            if name in self.arguments:
                if param.kind is _VAR_KEYWORD:
                    kwargs.update(self.arguments[name])
                else:
                    kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Add the parameters that were not given, with their defaults."""
        arguments = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif param.default is not _empty:
                arguments[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif param.kind is _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{type(self).__name__} ({shown})>'


class Signature:
    """The parameters and return annotation of a callable."""

    __slots__ = ('_return_annotation', '_parameters')
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        parameters = list(parameters or ())
        if __validate_parameters__:
            self._validate(parameters)
        self._parameters = types.MappingProxyType(OrderedDict((param.name, param) for param in parameters))
        self._return_annotation = return_annotation

    @staticmethod
    def _validate(parameters):
        top = _POSITIONAL_ONLY
        seen, default_seen = set(), False
        for param in parameters:
            if param.kind < top:
                raise ValueError(f'wrong parameter order: {top.description} parameter before '
                                 f'{param.kind.description} parameter')
            top = param.kind
            if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is not _empty:
                    default_seen = True
                elif default_seen:
                    raise ValueError('non-default argument follows default argument')
            if param.name in seen:
                raise ValueError(f'duplicate parameter name: {param.name!r}')
            seen.add(param.name)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return _signature_of(obj, cls, follow_wrapped, eval_str, globals, locals)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A copy with some attributes changed."""
        if parameters is _void:
            parameters = self._parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    __replace__ = replace

    def _key(self):
        params = tuple(p for p in self._parameters.values() if p.kind is not _KEYWORD_ONLY)
        keyword = {p.name: p for p in self._parameters.values() if p.kind is _KEYWORD_ONLY}
        return params, keyword, self._return_annotation

    def __hash__(self):
        params, keyword, annotation = self._key()
        return hash((params, frozenset(keyword.values()), annotation))

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by name; TypeError when they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """bind() that lets arguments be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        params = list(self._parameters.values())
        taken = self._bind_positional(params, args, kwargs, arguments, partial)
        catch_all = None
        for param in params[taken:]:
            if param.kind is _VAR_KEYWORD:
                catch_all = param
            elif param.kind is _VAR_POSITIONAL:
                continue
            elif param.name in kwargs and param.kind is not _POSITIONAL_ONLY:
                arguments[param.name] = kwargs.pop(param.name)
            elif not partial and param.default is _empty and param.name not in arguments:
                kind = ' keyword-only' if param.kind is _KEYWORD_ONLY else ''
                raise TypeError(f'missing a required{kind} argument: {param.name!r}')
        if kwargs:
            if catch_all is None:
                names = [p.name for p in params if p.kind is _POSITIONAL_ONLY and p.name in kwargs]
                if names:
                    shown = ', '.join(map(repr, names))
                    raise TypeError(f'got some positional-only arguments passed as keyword arguments: {shown}')
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[catch_all.name] = kwargs
        return BoundArguments(self, arguments)

    @staticmethod
    def _bind_positional(params, args, kwargs, arguments, partial):
        """Number of parameters that the positional arguments have used up."""
        for i, value in enumerate(args):
            if i >= len(params) or params[i].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError('too many positional arguments')
            param = params[i]
            if param.kind is _VAR_POSITIONAL:
                arguments[param.name] = tuple(args[i:])
                return i + 1
            if param.name in kwargs and param.kind is not _POSITIONAL_ONLY:
                raise TypeError(f'multiple values for argument {param.name!r}')
            arguments[param.name] = value
        return len(args)

    def format(self, *, max_width=None):
        """The signature as text, on lines of their own when it is wider than max_width."""
        shown = []
        positional_only = star_given = False
        for param in self._parameters.values():
            if param.kind is _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                shown.append('/')
                positional_only = False
            if param.kind is _VAR_POSITIONAL:
                star_given = True
            elif param.kind is _KEYWORD_ONLY and not star_given:
                shown.append('*')
                star_given = True
            shown.append(str(param))
        if positional_only:
            shown.append('/')
        text = f"({', '.join(shown)})"
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(shown) + '\n)'
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The Signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


# ---- Where signatures come from

def _from_function(cls, func, eval_str=False, globals=None, locals=None):
    from inspect import get_annotations
    code = func.__code__
    names = code.co_varnames
    count, only = code.co_argcount, code.co_posonlyargcount
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    params = []

    def add(name, kind, default=_empty):
        params.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    for i, name in enumerate(names[:count]):
        at = i - (count - len(defaults))
        add(name, _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD, defaults[at] if at >= 0 else _empty)
    rest = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        add(names[rest], _VAR_POSITIONAL)
    for name in names[count:rest]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[rest + (1 if code.co_flags & 4 else 0)], _VAR_KEYWORD)
    return cls(params, return_annotation=annotations.get('return', _empty), __validate_parameters__=False)


def _from_text(cls, obj, text, skip_first):
    """The signature of a native callable out of its __text_signature__."""
    text = text.strip()
    bound = text.startswith('($')
    namespace = {}
    try:
        exec(f"def function{text.replace('$', '', 1)}: pass", dict(vars(builtins), sys=sys), namespace)
    except Exception:
        raise ValueError(f'{obj!r} builtin has invalid signature') from None
    made = _from_function(cls, namespace['function'])
    params = list(made.parameters.values())
    if bound and params and (skip_first or getattr(obj, '__self__', None) is not None):
        params = params[1:]
    elif bound and params:
        params[0] = params[0].replace(kind=_POSITIONAL_ONLY)
    return cls(params)


def _without_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(cls, partial, wrapped, extra=()):
    """What is left of a signature when some arguments are given beforehand."""
    params = dict(wrapped.parameters)
    args = tuple(extra) + partial.args
    try:
        bound = wrapped.bind_partial(*args, **partial.keywords)
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    to_keyword_only = False
    for name, param in list(params.items()):
        if name not in bound.arguments:
            if to_keyword_only and param.kind is _POSITIONAL_OR_KEYWORD:
                params[name] = param.replace(kind=_KEYWORD_ONLY)
            elif to_keyword_only and param.kind is _VAR_POSITIONAL:
                del params[name]
            continue
        value = bound.arguments[name]
        if param.kind is _POSITIONAL_ONLY:
            del params[name]
        elif param.kind is _POSITIONAL_OR_KEYWORD:
            if name in partial.keywords:
                to_keyword_only = True
                params[name] = param.replace(kind=_KEYWORD_ONLY, default=value)
            else:
                del params[name]
        elif param.kind is _KEYWORD_ONLY:
            params[name] = param.replace(default=value)
    ordered = sorted(params.values(), key=lambda p: p.kind)
    return wrapped.replace(parameters=ordered)


_NATIVE = (type(len), type(str.join), type(object.__init__), type(object().__str__),
           type(dict.__dict__['fromkeys']))


def _signature_of(obj, cls, follow_wrapped=True, eval_str=False, globals=None, locals=None, skip_first=True):
    def inner(other, skip=skip_first):
        return _signature_of(other, cls, follow_wrapped, eval_str, globals, locals, skip)
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, types.MethodType):
        sig = inner(obj.__func__)
        return _without_first(sig) if skip_first else sig
    if follow_wrapped:
        from inspect import unwrap
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return inner(obj)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        if callable(given) and not isinstance(given, (Signature, str)):
            given = given()
        if isinstance(given, str):
            return _from_text(cls, obj, given, False)
        if not isinstance(given, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return given
    method = getattr(obj, '__partialmethod__', None)
    if type(method).__name__ == 'partialmethod':
        wrapped = inner(method.func)
        sig = _of_partial(cls, method, wrapped, (None,))
        first = next(iter(wrapped.parameters.values()))
        return sig if first.kind is _VAR_POSITIONAL else sig.replace(parameters=(first, *sig.parameters.values()))
    if isinstance(obj, types.FunctionType) or _is_like_a_function(obj):
        return _from_function(cls, obj, eval_str, globals, locals)
    if isinstance(obj, _NATIVE):
        text = getattr(obj, '__text_signature__', None)
        if not text:
            raise ValueError(f'no signature found for builtin {obj!r}')
        return _from_text(cls, obj, text, isinstance(obj, type(object().__str__)))
    if type(obj).__module__ == 'functools' and hasattr(obj, 'keywords') and hasattr(obj, 'func'):
        return _of_partial(cls, obj, inner(obj.func))
    if isinstance(obj, type):
        return _of_class(obj, cls, inner)
    from inspect import getattr_static
    call = getattr_static(type(obj), '__call__', None)
    if call is not None and not isinstance(call, _NATIVE):
        try:
            return inner(_bound(call, obj))
        except ValueError as error:
            raise ValueError(f'no signature found for {obj!r}') from error
    raise ValueError(f'callable {obj!r} is not supported by signature')


def _is_like_a_function(obj):
    """Whether it has all that a function's signature is read from."""
    return (callable(obj) and not isinstance(obj, type) and
            isinstance(getattr(obj, '__name__', None), str) and
            isinstance(getattr(obj, '__code__', None), types.CodeType) and
            isinstance(getattr(obj, '__defaults__', _void), (tuple, type(None))) and
            isinstance(getattr(obj, '__kwdefaults__', _void), (dict, type(None))) and
            isinstance(getattr(obj, '__annotations__', _void), (dict, type(None))))


def _bound(descriptor, obj):
    """What looking a descriptor up in obj would give."""
    get = None if isinstance(descriptor, type) else getattr(type(descriptor), '__get__', None)
    return descriptor if get is None else get(descriptor, obj, type(obj))


def _written_method(cls, name, obj):
    """A method of a class, bound to obj (__new__: as it is), unless it is a native one."""
    from inspect import getattr_static
    found = getattr(cls, name, None) if name == '__new__' else getattr_static(cls, name, None)
    if found is None or isinstance(found, _NATIVE):
        return None
    return found if name == '__new__' else _bound(found, obj)


def _of_class(obj, cls, inner):
    call = _written_method(type(obj), '__call__', obj)
    if call is not None:
        return inner(call)
    new, init = _written_method(obj, '__new__', obj), _written_method(obj, '__init__', obj)
    for base in obj.__mro__:
        if new is not None and '__new__' in base.__dict__:
            return _without_first(inner(new))
        if init is not None and '__init__' in base.__dict__:
            return inner(init)
    for base in obj.__mro__[:-1]:
        text = getattr(base, '__text_signature__', None)
        if text:
            return _from_text(cls, obj, text, False)
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls([])
        raise ValueError(f'no signature found for builtin type {obj!r}')
    raise ValueError(f'no signature found for builtin type {obj!r}')
