"""functools.singledispatch and singledispatchmethod: functions that choose by the class of their first argument."""
from abc import get_cache_token
from functools import update_wrapper

__name__ = 'functools'

GenericAlias = type(list[int])
UnionType = type(int | str)


# ---- The order in which implementations are tried

def _merge(sequences):
    """C3: the heads that stand in nobody's tail, one after the other."""
    result = []
    while sequences := [s for s in sequences if s]:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(head)
        for sequence in sequences:
            if sequence[0] is head:
                del sequence[0]
    return result


def _c3_mro(cls, abcs=None):
    """The MRO of a class with abstract base classes put in where they first apply."""
    abcs = list(abcs) if abcs else []
    for i, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, '__abstractmethods__'):
            boundary = len(cls.__bases__) - i
            break
    else:
        boundary = 0
    explicit = list(cls.__bases__[:boundary])
    others = list(cls.__bases__[boundary:])
    inserted = [base for base in abcs
                if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__)]
    remaining = [base for base in abcs if base not in inserted]
    groups = [[_c3_mro(base, remaining) for base in part] for part in (explicit, inserted, others)]
    return _merge([[cls], *groups[0], *groups[1], *groups[2], explicit, inserted, others])


def _compose_mro(cls, types):
    """The MRO of cls, with those of types that it is a subclass of without inheriting from them."""
    bases = set(cls.__mro__)

    def is_related(typ):
        return (typ not in bases and hasattr(typ, '__mro__') and not isinstance(typ, GenericAlias) and
                issubclass(cls, typ))
    types = [typ for typ in types if is_related(typ)]

    def is_strict_base(typ):
        return any(typ is not other and typ in other.__mro__ for other in types)
    types = [typ for typ in types if not is_strict_base(typ)]
    wanted = set(types)
    mro = []
    for typ in types:
        found = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in wanted])
        if not found:
            mro.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for sub in found:
            for subclass in sub:
                if subclass not in mro:
                    mro.append(subclass)
    return _c3_mro(cls, mro)


def _find_impl(cls, registry):
    mro = _compose_mro(cls, registry.keys())
    match = None
    for typ in mro:
        if match is not None:
            # Two abstract base classes that are not related: neither is better.
            if (typ in registry and typ not in cls.__mro__ and match not in cls.__mro__ and
                    not issubclass(match, typ)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {typ}')
            break
        if typ in registry:
            match = typ
    return registry.get(match)


# ---- The decorators

def _is_union(cls):
    if isinstance(cls, UnionType):
        return True
    origin = getattr(cls, '__origin__', None)
    return getattr(cls, '__module__', None) == 'typing' and getattr(origin, '_name', None) == 'Union'


def _is_dispatch_type(cls):
    return isinstance(cls, type) or _is_union(cls) and all(isinstance(arg, type) for arg in cls.__args__)


def _register_annotated(func):
    annotations = getattr(func, '__annotations__', {})
    if not annotations:
        raise TypeError(f'Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or '
                        'plain `@register` on an annotated function.')
    from typing import get_type_hints
    name, cls = next(iter(get_type_hints(func).items()))
    if _is_dispatch_type(cls):
        return cls
    if _is_union(cls):
        raise TypeError(f'Invalid annotation for {name!r}. {cls!r} not all arguments are classes.')
    raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')


def singledispatch(func):
    """Make a function generic: other implementations are registered for classes of the first argument."""
    from types import MappingProxyType
    from weakref import WeakKeyDictionary
    registry = {}
    known = WeakKeyDictionary()
    token = None

    def dispatch(cls):
        """The implementation that would be called for an argument of this class."""
        nonlocal token
        if token is not None:
            current = get_cache_token()
            if token != current:
                known.clear()
                token = current
        try:
            return known[cls]
        except KeyError:
            pass
        implementation = registry[cls] if cls in registry else _find_impl(cls, registry)
        known[cls] = implementation
        return implementation

    def register(cls, func=None):
        """Add an implementation for a class (or a union of classes)."""
        nonlocal token
        if _is_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            func = cls
            cls = _register_annotated(func)
        if _is_union(cls):
            for arg in cls.__args__:
                registry[arg] = func
        else:
            registry[cls] = func
        if token is None and hasattr(cls, '__abstractmethods__'):
            token = get_cache_token()
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """singledispatch for methods: chooses by the first argument behind self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """generic_method.register(cls, func) -> func"""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{funcname} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
