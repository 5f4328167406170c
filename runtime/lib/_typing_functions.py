"""Functions of typing: about hints (get_type_hints, get_origin, get_args) and decorators for type checkers."""
import sys
from typing import (Annotated, ClassVar, Final, ForwardRef, Generic, GenericAlias, NotRequired, ParamSpecArgs,
                    ParamSpecKwargs, ReadOnly, Required, UnionType, Unpack, _AnnotatedAlias, _BaseGenericAlias,
                    _CallableGenericAlias, _GenericAlias, _is_param_expr, _type_check, _type_convert)

__name__ = 'typing'


# ---- Evaluating

def _evaluate_reference(reference, globalns, localns, type_params, recursive_guard):
    if globalns is None and localns is None:
        globalns = localns = {}
    elif globalns is None:
        globalns = localns
    elif localns is None:
        localns = globalns
    if reference.__forward_module__ is not None:
        globalns = getattr(sys.modules.get(reference.__forward_module__, None), '__dict__', globalns)
    if type_params:
        # Their scope lies between the class's names (here in globalns) and those outside of it.
        globalns, localns = dict(globalns), dict(localns)
        for param in type_params:
            if not reference.__forward_is_class__ or param.__name__ not in globalns:
                globalns[param.__name__] = param
                localns.pop(param.__name__, None)
    value = _type_check(eval(reference.__forward_code__, globalns, localns),
                        'Forward references must evaluate to types.',
                        is_argument=reference.__forward_is_argument__,
                        allow_special_forms=reference.__forward_is_class__)
    return _eval_type(value, globalns, localns, type_params,
                      recursive_guard=recursive_guard | {reference.__forward_arg__})


def _eval_type(t, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
    """The hint with all forward references inside of it evaluated."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    if isinstance(t, GenericAlias):
        t = _with_references(t)
    evaluated = tuple(_eval_type(a, globalns, localns, type_params, recursive_guard=recursive_guard)
                      for a in t.__args__)
    if evaluated == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, evaluated)
    if isinstance(t, UnionType):
        result = evaluated[0]
        for arg in evaluated[1:]:
            result = result | arg
        return result
    return t.copy_with(evaluated)


def _with_references(alias):
    """A built-in alias whose arguments that are strings have become forward references."""
    args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in alias.__args__)
    if type(alias) is not GenericAlias and not (len(args) == 2 and _is_param_expr(args[0])):
        args = (args[:-1], args[-1])  # collections.abc.Callable
    made = alias.__origin__[args]
    return Unpack[made] if alias.__unpacked__ else made


def _strip_annotations(t):
    """The hint without Annotated, Required and NotRequired."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if isinstance(t, _GenericAlias) and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    args = tuple(map(_strip_annotations, t.__args__))
    if args == t.__args__:
        return t
    if isinstance(t, UnionType):
        result = args[0]
        for arg in args[1:]:
            result = result | arg
        return result
    return GenericAlias(t.__origin__, args) if isinstance(t, GenericAlias) else t.copy_with(args)


def _hint(value, globalns, localns, type_params, **options):
    if value is None:
        value = type(None)
    if isinstance(value, str):
        value = ForwardRef(value, **options)
    return _eval_type(value, globalns, localns, type_params)


def _class_hints(obj, globalns, localns):
    hints = {}
    for base in reversed(obj.__mro__):
        names = globalns
        if names is None:
            names = getattr(sys.modules.get(base.__module__, None), '__dict__', {})
        own = base.__dict__.get('__annotations__', {})
        if not isinstance(own, dict):
            own = {}
        locals_ = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # Names of the class come first only where the module has none.
            names, locals_ = locals_, names
        for name, value in own.items():
            hints[name] = _hint(value, names, locals_, base.__type_params__, is_argument=False, is_class=True)
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function with forward references evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        if globalns is None:
            if type(obj) is type(sys):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, '__wrapped__'):
                    inner = inner.__wrapped__
                globalns = getattr(inner, '__globals__', {})
            if localns is None:
                localns = globalns
        elif localns is None:
            localns = globalns
        own = getattr(obj, '__annotations__', None)
        if own is None:
            if callable(obj) or type(obj) is type(sys):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        params = getattr(obj, '__type_params__', ())
        is_module = type(obj) is type(sys)
        hints = {name: _hint(value, globalns, localns, params, is_argument=not is_module, is_class=False)
                 for name, value in own.items()}
    return hints if include_extras else {name: _strip_annotations(t) for name, t in hints.items()}


def get_origin(tp):
    """What is subscripted: list for List[int], None for what is no subscription."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return UnionType if isinstance(tp, UnionType) else None


def get_args(tp):
    """The arguments of a subscription: (int,) for List[int], ([int], str) for Callable[[int], str]."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        is_callable = (isinstance(tp, _CallableGenericAlias) or
                       getattr(tp.__origin__, '__name__', None) == 'Callable' and
                       tp.__origin__.__module__ == 'collections.abc')
        if is_callable and not (len(args) == 2 and _is_param_expr(args[0])):
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, UnionType) else ()


# ---- Decorators and assertions

def assert_type(val, typ, /):
    """Returns val: asks type checkers to confirm its type."""
    return val


def assert_never(arg, /):
    """Says that a line of code cannot be reached."""
    shown = repr(arg)
    if len(shown) > 100:
        shown = shown[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {shown}')


def reveal_type(obj, /):
    """Prints the type of the argument to stderr and returns it."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def _mark(obj, name):
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    """Marks a method that must not be overridden, or a class that must not be derived from."""
    return _mark(f, '__final__')


def override(method, /):
    """Marks a method that overrides one of a base class."""
    return _mark(method, '__override__')


def no_type_check(arg):
    """Says that annotations are no type hints."""
    if isinstance(arg, type):
        for name, value in list(arg.__dict__.items()):
            if isinstance(value, (staticmethod, classmethod)):
                value = value.__func__
            is_own = getattr(value, '__qualname__', None) == f'{arg.__qualname__}.{name}'
            if isinstance(value, type(final)) and is_own:
                value.__no_type_check__ = True
            elif isinstance(value, type) and is_own:
                no_type_check(value)
    return _mark(arg, '__no_type_check__')


def no_type_check_decorator(decorator):
    """Gives a decorator the effect of no_type_check, too."""
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    wrapped_decorator.__name__ = decorator.__name__
    wrapped_decorator.__wrapped__ = decorator
    return wrapped_decorator


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    """Notes one signature of a function; the implementation follows without the decorator."""
    f = getattr(func, '__func__', func)
    try:
        _overloads.setdefault((f.__module__, f.__qualname__), {})[f.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function, in order."""
    f = getattr(func, '__func__', func)
    return list(_overloads.get((f.__module__, f.__qualname__), {}).values())


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Marks a decorator or class that makes dataclass-like classes."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn
    return decorator
