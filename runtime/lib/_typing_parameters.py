"""Type parameters: TypeVar, ParamSpec, TypeVarTuple, type aliases, and what the machine calls for the syntax of both.

What is put in a parameter's place goes through its __typing_subst__; before that __typing_prepare_subst__ may
arrange the arguments: fill in defaults, gather those that belong to it.
"""
import sys

__name__ = 'typing'

UnionType = type(int | str)
GenericAlias = type(list[int])


def _caller(depth):
    return sys._getframe(depth + 1).f_globals.get('__name__')


class _NoDefaultType:
    """The type of the NoDefault singleton."""

    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


_NoDefaultType.__name__ = _NoDefaultType.__qualname__ = 'NoDefaultType'
NoDefault = object.__new__(_NoDefaultType)


class _Lazy:
    """A value that is computed when it is first asked for."""

    __slots__ = ('function',)

    def __init__(self, function):
        self.function = function


def _convert(value):
    if isinstance(value, str):
        from typing import ForwardRef
        return ForwardRef(value)
    return value


class _Parameter:
    """What the three kinds have in common; bound, constraints and default may be _Lazy."""

    def __init_subclass__(cls, final=False, **kwargs):
        if not final:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")
        cls.__module__ = 'typing'  # instances override it

    def _begin(self, name, default):
        kind = type(self).__name__.lower()
        if not isinstance(name, str):
            raise TypeError(f"{kind}() argument 'name' must be str, not {type(name).__name__}")
        self.__name__ = name
        self._default = default

    def _computed(self, what):
        value = getattr(self, what)
        if isinstance(value, _Lazy):
            value = value.function()
            setattr(self, what, value)
        return value

    @property
    def __default__(self):
        return self._computed('_default')

    def has_default(self):
        """Whether there is a default."""
        return self._default is not NoDefault

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __or__(self, other):
        from typing import Union
        return Union[self, other]

    def __ror__(self, other):
        from typing import Union
        return Union[other, self]

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _set_variance(self, covariant, contravariant, infer_variance):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)


class TypeVar(_Parameter, final=True):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        self._begin(name, default)
        self.__module__ = _caller(1)
        self._set_variance(covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if bound is not None and not isinstance(bound, type):
            from typing import _type_check
            bound = _type_check(bound, 'Bound must be a type.')
        self._bound = bound
        self._constraints = tuple(map(_convert, constraints))

    @property
    def __bound__(self):
        return self._computed('_bound')

    @property
    def __constraints__(self):
        return self._computed('_constraints')

    def __typing_subst__(self, arg):
        from typing import Unpack, _GenericAlias, _type_check
        arg = _type_check(arg, 'Parameters to generic types must be types.', is_argument=True)
        if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack or
                isinstance(arg, GenericAlias) and getattr(arg, '__unpacked__', False)):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        index = params.index(self)
        if index < len(args):
            return args
        if index == len(args) and self.has_default():
            return (*args, self.__default__)
        raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {index + 1}')


class ParamSpecArgs:
    """P.args: the annotation of *args."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecArgs) else NotImplemented

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpecKwargs:
    """P.kwargs: the annotation of **kwargs."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecKwargs) else NotImplemented

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpec(_Parameter, final=True):
    """A parameter specification variable: stands for the parameters of a callable."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        self._begin(name, default)
        self.__module__ = _caller(1)
        self._set_variance(covariant, contravariant, infer_variance)
        self.__bound__ = _convert(bound)

    @property
    def args(self):
        """Represents positional arguments."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """Represents keyword arguments."""
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        from typing import _is_param_expr, _type_check
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(a, 'Expected a type.') for a in arg)
        if not _is_param_expr(arg):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        from typing import _is_param_expr
        params = alias.__parameters__
        i = params.index(self)
        if i == len(args) and self.has_default():
            args = (*args, self.__default__)
        if i >= len(args):
            raise TypeError(f'Too few arguments for {alias}')
        if len(params) == 1 and not _is_param_expr(args[0]):
            return (args,)  # Z[int, str] means Z[[int, str]]
        if isinstance(args[i], list):
            return (*args[:i], tuple(args[i]), *args[i + 1:])
        return args


class TypeVarTuple(_Parameter, final=True):
    """A type variable that stands for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        self._begin(name, default)
        self.__module__ = _caller(1)

    def __iter__(self):
        from typing import Unpack
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        index = params.index(self)
        if any(isinstance(param, TypeVarTuple) for param in params[index + 1:]):
            raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
        before, after = index, len(params) - index - 1
        left, right = before, after
        at, filler = _endless_argument(args)
        if at is not None:
            left, right = min(left, at), min(right, len(args) - at - 1)
        elif left + right > len(args):
            raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {len(params) - 1}')
        end = len(args) - right
        if left == end and self.has_default():
            own = tuple(_unpack_args(self.__default__))
        else:
            own = args[left:end]
        return (*args[:left], *[filler] * (before - left), own, *[filler] * (after - right), *args[end:])


def _endless_argument(args):
    """Where *tuple[T, ...] stands among the arguments, and T."""
    at = filler = None
    for k, arg in enumerate(args):
        inner = None if isinstance(arg, type) else getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner and len(inner) == 2 and inner[-1] is ...:
            if at is not None:
                raise TypeError('More than one unpacked arbitrary-length tuple argument')
            at, filler = k, inner[0]
    return at, filler


class TypeAliasType:
    """What a `type` statement makes."""

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        self.__name__ = name
        self._value = value
        self.__type_params__ = type_params
        self.__module__ = _caller(1)

    @property
    def __value__(self):
        if isinstance(self._value, _Lazy):
            self._value = self._value.function()
        return self._value

    @property
    def __parameters__(self):
        from typing import Unpack
        return tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in self.__type_params__)

    def __getitem__(self, arguments):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, arguments)

    def __or__(self, other):
        from typing import Union
        return Union[self, other]

    def __ror__(self, other):
        from typing import Union
        return Union[other, self]

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__


# ---- What the machine calls for type parameters in the source; see vm/bytecode/intrinsics.def.

def _written(kind, name, **values):
    """A parameter of the syntax: its variance is inferred."""
    made = object.__new__(kind)
    made._begin(name, NoDefault)
    if kind is not TypeVarTuple:
        made._set_variance(False, False, True)
    for key, value in values.items():
        setattr(made, key, value)
    return made


def _intrinsic_TYPE_VARIABLE(name):
    return _written(TypeVar, name, _bound=None, _constraints=())


def _intrinsic_TYPE_VARIABLE_BOUND(name, function):
    return _written(TypeVar, name, _bound=_Lazy(function), _constraints=())


def _intrinsic_TYPE_VARIABLE_CONSTRAINTS(name, function):
    return _written(TypeVar, name, _bound=None, _constraints=_Lazy(function))


def _intrinsic_PARAMETER_SPECIFICATION(name):
    return _written(ParamSpec, name, __bound__=None)


def _intrinsic_TYPE_VARIABLE_TUPLE(name):
    return _written(TypeVarTuple, name)


def _intrinsic_TYPE_PARAMETER_DEFAULT(parameter, function):
    parameter._default = _Lazy(function)
    return parameter


def _intrinsic_TYPE_ALIAS(parts):
    name, parameters, function = parts
    alias = TypeAliasType(name, _Lazy(function), type_params=parameters or ())
    alias.__module__ = function.__module__
    return alias


def _intrinsic_SUBSCRIPT_GENERIC(parameters):
    from typing import Generic, Unpack
    return Generic[tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters)]


# ---- Arguments for several parameters

def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, '__typing_is_unpacked_typevartuple__', False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _unpack_args(*args):
    """*tuple[int, str] laid out."""
    result = []
    for arg in args:
        inner = None if isinstance(arg, type) else getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner is not None and not (inner and inner[-1] is ...):
            result.extend(inner)
        else:
            result.append(arg)
    return result


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in args, each once, in order of first use."""
    found = []
    default_seen = tuple_seen = False
    for t in args:
        if isinstance(t, type):
            continue
        if isinstance(t, tuple):
            candidates = [p for x in t for p in _collect_type_parameters([x])]
        elif hasattr(t, '__typing_subst__'):
            if t not in found and enforce_default_ordering:
                if tuple_seen and t.has_default():
                    raise TypeError('Type parameter with a default follows TypeVarTuple')
                if t.has_default():
                    default_seen = True
                elif default_seen:
                    raise TypeError(f'Type parameter {t!r} without a default follows type parameter with a default')
            candidates = (t,)
        else:
            tuple_seen = tuple_seen or _is_unpacked_typevartuple(t)
            candidates = getattr(t, '__parameters__', ())
        for candidate in candidates:
            if candidate not in found:
                found.append(candidate)
    return tuple(found)


def _check_generic(cls, arguments):
    params = cls.__parameters__
    if not params:
        raise TypeError(f'{cls} is not a generic class')
    actual, expected = len(arguments), len(params)
    if actual == expected or actual < expected and params[actual].has_default():
        return
    if actual < expected:
        shown = f'at least {expected - sum(p.has_default() for p in params)}'
    else:
        shown = expected
    raise TypeError(f"Too {'many' if actual > expected else 'few'} arguments for {cls}; actual {actual}, "
                    f'expected {shown}')
