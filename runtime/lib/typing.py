"""Names for type hints.  Nothing is checked at run time: the objects say what was written, compare and print.

Type parameters are in _typing_parameters; protocols, named tuples, typed dicts, functions on hints and the aliases
of abstract classes are in _typing_classes, _typing_functions and collections.abc, and are loaded when asked for.
"""
import sys
from _functools import _lru_cache_wrapper
from _typing_parameters import (NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar,
                                TypeVarTuple, _check_generic, _collect_type_parameters,
                                _intrinsic_PARAMETER_SPECIFICATION, _intrinsic_SUBSCRIPT_GENERIC,
                                _intrinsic_TYPE_ALIAS, _intrinsic_TYPE_PARAMETER_DEFAULT, _intrinsic_TYPE_VARIABLE,
                                _intrinsic_TYPE_VARIABLE_BOUND, _intrinsic_TYPE_VARIABLE_CONSTRAINTS,
                                _intrinsic_TYPE_VARIABLE_TUPLE, _is_typevar_like, _is_unpacked_typevartuple,
                                _unpack_args)

__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal',
           'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet',
           'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView',
           'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized',
           'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
           'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat',
           'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict',
           'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
           'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_protocol_members',
           'get_type_hints', 'is_protocol', 'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check',
           'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired', 'overload', 'override', 'ParamSpecArgs',
           'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self', 'Text',
           'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack']

TYPE_CHECKING = False
GenericAlias = type(list[int])
_cleanups = []
UnionType = type(int | str)
_FunctionType = type(lambda: None)


# ---- Arguments

def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """Converts None and strings, and rejects what can be no argument."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, type) and arg is not Generic:
        if arg.__name__ == 'Protocol' and _is_plain_protocol(arg):
            raise TypeError(f'Plain {arg} is not valid as type argument')
        return arg
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        invalid = origin is Generic or isinstance(origin, type) and _is_plain_protocol(origin)
        if not allow_special_forms:
            invalid = invalid or origin is ClassVar or is_argument and origin is Final
        if invalid:
            raise TypeError(f'{arg} is not valid as type argument')
    if arg in (LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic:
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _is_plain_protocol(cls):
    return cls is globals().get('Protocol')


def _is_param_expr(arg):
    """What may stand for the parameters of a callable."""
    return arg is ... or isinstance(arg, (tuple, list)) or isinstance(arg, (ParamSpec, _ConcatenateGenericAlias))


def _type_repr(obj):
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, _FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return '[' + ', '.join(map(_type_repr, obj)) + ']'
    return repr(obj)


def _cached(function):
    """Equal subscriptions give the same object, where the arguments can be hashed."""
    cached = _lru_cache_wrapper(function, 128, True, None)

    def subscribe(*args):
        try:
            return cached(*args)
        except TypeError:
            pass  # unhashable, or a real error: once more for that
        return function(*args)
    return subscribe


# ---- Special forms: Union, Optional, Literal ...

class _Unionable:
    """Base of forms and aliases: | makes unions of them; nobody else derives from them."""

    __slots__ = ()

    def __init_subclass__(cls, *, _root=False):
        if not _root:
            raise TypeError('Cannot subclass special typing classes')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Unionable, _root=True):
    __iter__ = None

    def __init__(self, name, subscript=None, doc=None):
        self._name = name
        self._subscript = subscript
        self.__doc__ = doc

    def __getattr__(self, attr):
        if attr in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(attr)

    def __getitem__(self, parameters):
        if self._subscript is None:
            raise TypeError(f'{self!r} is not subscriptable')
        if isinstance(parameters, tuple) and len(parameters) != 1:
            return _subscribe_form(self, *parameters)
        return _subscribe_form(self, parameters)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name


@_cached
def _subscribe_form(form, *parameters):
    # Apart from one another, so that 1 and True are told apart.
    return form._subscript(form, parameters[0] if len(parameters) == 1 else parameters)


def _as_tuple(parameters):
    return parameters if isinstance(parameters, tuple) else (parameters,)


def _single(allow_special_forms=False):
    def subscript(form, parameters):
        item = _type_check(parameters, f'{form} accepts only single type.', allow_special_forms=allow_special_forms)
        return _GenericAlias(form, (item,))
    return subscript


def _make_union(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    flat = []
    for parameter in _as_tuple(parameters):
        parameter = _type_check(parameter, 'Union[arg, ...]: each arg must be a type.')
        parts = parameter.__args__ if isinstance(parameter, (_UnionGenericAlias, UnionType)) else (parameter,)
        for part in parts:
            if part not in flat:
                flat.append(part)
    if len(flat) == 1:
        return flat[0]
    name = 'Optional' if len(flat) == 2 and type(None) in flat else None
    return _UnionGenericAlias(form, tuple(flat), name=name)


def _make_optional(form, parameters):
    arg = _type_check(parameters, f'{form} requires a single type.')
    return Union[arg, type(None)]


def _typed(parameters):
    return [(p, type(p)) for p in parameters]


def _make_literal(form, parameters):
    flat = []
    for parameter in _as_tuple(parameters):
        flat.extend(parameter.__args__ if isinstance(parameter, _LiteralGenericAlias) else (parameter,))
    try:
        flat = [value for value, _ in dict.fromkeys(_typed(flat))]
    except TypeError:
        pass  # unhashable: nothing is removed
    return _LiteralGenericAlias(form, tuple(flat))


def _make_annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    if _is_unpacked_typevartuple(parameters[0]):
        raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
    origin = _type_check(parameters[0], 'Annotated[t, ...]: t must be a type.', allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(parameters[1:]))


def _make_concatenate(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    parameters = _as_tuple(parameters)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    msg = 'Concatenate[arg, ...]: each arg must be a type.'
    return _ConcatenateGenericAlias(form, (*(_type_check(p, msg) for p in parameters[:-1]), parameters[-1]))


def _make_unpack(form, parameters):
    return _UnpackGenericAlias(form, (_type_check(parameters, f'{form} accepts only single type.'),))


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


Union = _SpecialForm('Union', _make_union, 'Union type; Union[X, Y] means either X or Y.')
Optional = _SpecialForm('Optional', _make_optional, 'Optional[X] is equivalent to Union[X, None].')
Literal = _SpecialForm('Literal', _make_literal, 'Special typing form to define literal types (a.k.a. value types).')
Annotated = _SpecialForm('Annotated', _make_annotated, 'Add context-specific metadata to a type.')
ClassVar = _SpecialForm('ClassVar', _single(True), 'Special type construct to mark class variables.')
Final = _SpecialForm('Final', _single(True), 'Special typing construct to indicate final names to type checkers.')
TypeGuard = _SpecialForm('TypeGuard', _single(), 'Special typing construct for marking user-defined type predicate functions.')
TypeIs = _SpecialForm('TypeIs', _single(), 'Special typing construct for marking user-defined type predicate functions.')
Required = _SpecialForm('Required', _single(True), 'Special typing construct to mark a TypedDict key as required.')
NotRequired = _SpecialForm('NotRequired', _single(True), 'Special typing construct to mark a TypedDict key as potentially missing.')
ReadOnly = _SpecialForm('ReadOnly', _single(True), 'A special typing construct to mark an item of a TypedDict as read-only.')
Unpack = _SpecialForm('Unpack', _make_unpack, 'Type unpack operator.')
Concatenate = _SpecialForm('Concatenate', _make_concatenate, 'Special form for annotating higher-order functions.')
NoReturn = _SpecialForm('NoReturn', None, 'Special type indicating functions that never return.')
Never = _SpecialForm('Never', None, 'The bottom type, a type that has no members.')
Self = _SpecialForm('Self', None, 'Used to spell the type of "self" in classes.')
LiteralString = _SpecialForm('LiteralString', None, 'Represents an arbitrary literal string.')
TypeAlias = _SpecialForm('TypeAlias', None, 'Special form for marking type aliases.')


class ForwardRef(_Unionable, _root=True):
    """A hint written as a string, evaluated by get_type_hints()."""

    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        source = f'({arg},)[0]' if arg.startswith('*') else arg
        try:
            code = compile(source, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}') from None
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        from _typing_functions import _evaluate_reference
        value = _evaluate_reference(self, globalns, localns, type_params, recursive_guard)
        self.__forward_value__ = value
        self.__forward_evaluated__ = True
        return value

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__ and
                    self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__ and
                self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = f', module={self.__forward_module__!r}' if self.__forward_module__ is not None else ''
        return f'ForwardRef({self.__forward_arg__!r}{module})'


# ---- Aliases: List, List[int] ...

def _is_dunder(attr):
    return attr.startswith('__') and attr.endswith('__')


class _BaseGenericAlias(_Unionable, _root=True):
    """What stands for a class, __origin__, in hints; _inst: whether it may be called in its place."""

    def __init__(self, origin, *, inst=True, name=None):
        self.__origin__ = origin
        self._inst = inst
        self._name = name

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        # Generic follows, unless a later base brings it.
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias):
                break
            if isinstance(base, type):
                if issubclass(base, Generic):
                    break
            else:
                resolve = getattr(base, '__mro_entries__', None)
                entries_of_base = resolve(bases) if resolve else ()
                if isinstance(entries_of_base, tuple) and any(isinstance(b, type) and issubclass(b, Generic)
                                                              for b in entries_of_base):
                    break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr == '__name__' or attr == '__qualname__':
            return self.__dict__['_name'] or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if _is_dunder(attr) or attr in ('_name', '_inst', '_nparams', '_defaults'):
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __dir__(self):
        return list({*super().__dir__(), *(attr for attr in dir(self.__origin__) if not _is_dunder(attr))})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """origin[args]"""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        is_list = origin is Generic or isinstance(origin, type) and _is_plain_protocol(origin)
        self.__parameters__ = _collect_type_parameters(args, enforce_default_ordering=is_list)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        return _subscribe_alias(self, args)

    def _substitute(self, args):
        if self.__origin__ is Generic or isinstance(self.__origin__, type) and _is_plain_protocol(self.__origin__):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        args = tuple(_unpack_args(*map(_type_convert, _as_tuple(args))))
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, '__typing_prepare_subst__', None)
            if prepare is not None:
                args = prepare(self, args)
        if len(args) != len(params):
            raise TypeError(f"Too {'many' if len(args) > len(params) else 'few'} arguments for {self}; "
                            f'actual {len(args)}, expected {len(params)}')
        return self.copy_with(tuple(self._replaced(self.__args__, dict(zip(params, args)))))

    def _replaced(self, args, chosen):
        result = []
        for old in args:
            if isinstance(old, type):
                result.append(old)
                continue
            substitute = getattr(old, '__typing_subst__', None)
            if substitute:
                new = substitute(chosen[old])
            else:
                inner = []
                for param in getattr(old, '__parameters__', ()):
                    (inner.extend if isinstance(param, TypeVarTuple) else inner.append)(chosen[param])
                new = old[tuple(inner)] if inner or getattr(old, '__parameters__', ()) else old
            if isinstance(new, tuple) and self._flattens or _is_unpacked_typevartuple(old):
                result.extend(new)
            elif isinstance(old, tuple):
                result.append(tuple(self._replaced(old, chosen)))
            else:
                result.append(new)
        return result

    _flattens = False

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ', '.join(map(_type_repr, self.__args__)) if self.__args__ else '()'
        return f'{name}[{args}]'

    def __reduce__(self):
        from operator import getitem
        origin = getattr(sys.modules['typing'], self._name) if self._name else self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if any(isinstance(b, type) and _is_plain_protocol(b) for b in bases):
                return ()
            if any(isinstance(b, _BaseGenericAlias) and b is not self for b in bases[bases.index(self) + 1:]):
                return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


@_cached
def _subscribe_alias(alias, args):
    return alias._substitute(args)


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """List, Dict ...: what they stand for, and how many arguments they take."""

    __iter__ = None

    def __init__(self, origin, nparams, *, inst=False, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults
        where = origin.__qualname__ if origin.__module__ == 'builtins' else f'{origin.__module__}.{origin.__qualname__}'
        self.__doc__ = f'A generic version of {where}.'

    def __getitem__(self, params):
        return _subscribe_special(self, params)

    def _arguments(self, params):
        params = tuple(_type_check(p, 'Parameters to generic types must be types.') for p in _as_tuple(params))
        wanted = self._nparams
        missing = wanted - len(params)
        if 0 < missing <= len(self._defaults):
            params += self._defaults[-missing:]
        if len(params) != wanted:
            if not wanted:
                raise TypeError(f'{self} is not a generic class')
            expected = f'at least {wanted - len(self._defaults)}' if self._defaults else wanted
            raise TypeError(f"Too {'many' if len(params) > wanted else 'few'} arguments for {self}; "
                            f'actual {len(params)}, expected {expected}')
        return params

    def _subscribe(self, params):
        return self.copy_with(self._arguments(params))

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name


@_cached
def _subscribe_special(alias, params):
    return alias._subscribe(params)


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None
    _flattens = True

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"

    def __reduce__(self):
        from operator import getitem
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return getitem, (sys.modules['typing'].Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        return _subscribe_special(self, (tuple(args) if isinstance(args, list) else args, result))

    def _subscribe(self, params):
        args, result = params
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        if args is Ellipsis:
            return self.copy_with((..., result))
        msg = 'Callable[[arg, ...], result]: each arg must be a type.'
        return self.copy_with((*(_type_check(a, msg) for a in _as_tuple(args)), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    def _subscribe(self, params):
        params = _as_tuple(params)
        if len(params) >= 2 and params[-1] is ...:
            msg = 'Tuple[t, ...]: t must be a type.'
            return self.copy_with((*(_type_check(p, msg) for p in params[:-1]), ...))
        return self.copy_with(tuple(_type_check(p, 'Tuple[t0, t1, ...]: each t must be a type.') for p in params))


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            return (len(self.__args__) == len(other.__args__) and
                    all(a in other.__args__ for a in self.__args__))

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __getattr__(self, attr):
        if attr in ('__name__', '__qualname__'):
            return self.__dict__['_name'] or 'Union'
        return super().__getattr__(attr)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_type_repr(args[1] if args[0] is type(None) else args[0])}]'
        return f"typing.Union[{', '.join(map(_type_repr, args))}]"

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self.__origin__!r}')

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        from operator import getitem
        return getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        a, b = _typed(self.__args__), _typed(other.__args__)
        return all(pair in b for pair in a) and all(pair in a for pair in b)

    def __hash__(self):
        return hash(frozenset(_typed(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if not isinstance(arg, (_GenericAlias, GenericAlias)):
            return None
        if arg.__origin__ is not tuple:
            raise TypeError('Unpack[...] must be used with a tuple type')
        return arg.__args__

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        from operator import getitem
        return getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ('__name__', '__qualname__'):
            return 'Annotated'
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


# ---- Generic

class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, args):
        return _subscribe_class(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        given = cls.__dict__.get('__orig_bases__')
        if given is None:
            plain = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls).__name__ != '_TypedDictMeta'
        else:
            plain = Generic in given
        if plain:
            raise TypeError('Cannot inherit from plain Generic')
        cls.__parameters__ = _declared_parameters(given) if given is not None else ()


def _declared_parameters(bases):
    """All type parameters of the bases; Generic[...] or Protocol[...] gives their order."""
    found = _collect_type_parameters(bases)
    declared = name = None
    for base in bases:
        if isinstance(base, _GenericAlias) and isinstance(base.__origin__, type) and (
                base.__origin__ is Generic or _is_plain_protocol(base.__origin__)):
            if declared is not None:
                raise TypeError('Cannot inherit from Generic[...] multiple times.')
            declared = base.__parameters__
            name = base.__origin__.__name__
    if declared is None:
        return found
    if not set(found) <= set(declared):
        others = ', '.join(str(t) for t in found if t not in declared)
        raise TypeError(f"Some type variables ({others}) are not listed in {name}[{', '.join(map(str, declared))}]")
    return declared


@_cached
def _subscribe_class(cls, args):
    args = tuple(map(_type_convert, _as_tuple(args)))
    if cls is Generic or _is_plain_protocol(cls):
        if not args:
            raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
        if not all(map(_is_typevar_like, args)):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter '
                            'specification variables.')
        if len(set(args)) != len(args):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        return _GenericAlias(cls, args)
    for param in cls.__parameters__:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_generic(cls, args)
    flat = []
    for param, arg in zip(cls.__parameters__, args):
        (flat.extend if isinstance(param, TypeVarTuple) else flat.append)(arg)
    return _GenericAlias(cls, tuple(flat))


# ---- Names for the usual types

List = _SpecialGenericAlias(list, 1, name='List')
Dict = _SpecialGenericAlias(dict, 2, name='Dict')
Set = _SpecialGenericAlias(set, 1, name='Set')
FrozenSet = _SpecialGenericAlias(frozenset, 1, name='FrozenSet')
Tuple = _TupleType(tuple, -1, name='Tuple')
Type = _SpecialGenericAlias(type, 1, name='Type')
Text = str
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
AnyStr = TypeVar('AnyStr', bytes, str)


# name: (module, class, number of parameters, defaults)
_STANDARD = {
    'AbstractSet': ('collections.abc', 'Set', 1), 'ByteString': ('collections.abc', 'ByteString', 0),
    'Container': ('collections.abc', 'Container', 1), 'Hashable': ('collections.abc', 'Hashable', 0),
    'ItemsView': ('collections.abc', 'ItemsView', 2), 'Iterable': ('collections.abc', 'Iterable', 1),
    'Iterator': ('collections.abc', 'Iterator', 1), 'KeysView': ('collections.abc', 'KeysView', 1),
    'Mapping': ('collections.abc', 'Mapping', 2), 'MappingView': ('collections.abc', 'MappingView', 1),
    'MutableMapping': ('collections.abc', 'MutableMapping', 2),
    'MutableSequence': ('collections.abc', 'MutableSequence', 1),
    'MutableSet': ('collections.abc', 'MutableSet', 1), 'Sequence': ('collections.abc', 'Sequence', 1),
    'Sized': ('collections.abc', 'Sized', 0), 'ValuesView': ('collections.abc', 'ValuesView', 1),
    'Awaitable': ('collections.abc', 'Awaitable', 1), 'AsyncIterator': ('collections.abc', 'AsyncIterator', 1),
    'AsyncIterable': ('collections.abc', 'AsyncIterable', 1), 'Coroutine': ('collections.abc', 'Coroutine', 3),
    'Collection': ('collections.abc', 'Collection', 1), 'Reversible': ('collections.abc', 'Reversible', 1),
    'AsyncGenerator': ('collections.abc', 'AsyncGenerator', 2, (type(None),)),
    'Generator': ('collections.abc', 'Generator', 3, (type(None), type(None))),
    'ContextManager': ('contextlib', 'AbstractContextManager', 2, (bool | None,)),
    'AsyncContextManager': ('contextlib', 'AbstractAsyncContextManager', 2, (bool | None,)),
    'ChainMap': ('collections', 'ChainMap', 2), 'Counter': ('collections', 'Counter', 1),
    'Deque': ('collections', 'deque', 1), 'DefaultDict': ('collections', 'defaultdict', 2),
    'OrderedDict': ('collections', 'OrderedDict', 2), 'Match': ('re', 'Match', 1), 'Pattern': ('re', 'Pattern', 1),
}
_ELSEWHERE = {
    '_typing_classes': ('Protocol', '_ProtocolMeta', 'runtime_checkable', 'SupportsAbs', 'SupportsBytes',
                        'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound',
                        'NamedTuple', 'NamedTupleMeta', 'TypedDict', '_TypedDictMeta', 'NewType', 'IO', 'TextIO',
                        'BinaryIO', 'is_typeddict', 'is_protocol', 'get_protocol_members'),
    '_typing_functions': ('get_type_hints', 'get_origin', 'get_args', 'overload', 'get_overloads', 'clear_overloads',
                          'final', 'override', 'no_type_check', 'no_type_check_decorator', 'dataclass_transform',
                          'assert_type', 'assert_never', 'reveal_type', '_eval_type'),
}


def cast(typ, val):
    """Returns val: tells type checkers that it is of the type."""
    return val


def __getattr__(name):
    if name == 'Callable':
        from collections.abc import Callable
        made = _CallableType(Callable, 2, inst=True, name='Callable')
    elif name in _STANDARD:
        module, attribute, nparams, *defaults = _STANDARD[name]
        __import__(module)
        origin = getattr(sys.modules[module], attribute)
        made = _SpecialGenericAlias(origin, nparams, name=name, inst=module != 're', defaults=tuple(*defaults))
    else:
        for module, names in _ELSEWHERE.items():
            if name in names:
                made = getattr(__import__(module), name)
                break
        else:
            raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    globals()[name] = made
    return made


def __dir__():
    return sorted({*globals(), *__all__} - {'__getattr__', '__dir__'})
