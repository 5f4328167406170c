"""Copies: shallow (the same parts in a new object) and deep (copies of the parts, too)."""
from copyreg import dispatch_table

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error

_atomic_types = frozenset({type(None), int, float, bool, complex, bytes, str, type, range, property, type(len),
                           type(...), type(NotImplemented), type(lambda: 0), type((lambda: 0).__code__)})
_immutable_types = _atomic_types | {tuple, frozenset, slice}
_MethodType = type((lambda self: 0).__get__(0))


def _weakref_type():
    import sys
    weakref = sys.modules.get('weakref')
    return weakref.ref if weakref else None


def copy(x):
    """A shallow copy."""
    cls = type(x)
    if cls in _immutable_types:
        return x
    if cls in _builtin_containers:
        return cls.copy(x)
    if issubclass(cls, type) or cls is _weakref_type():
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    parts = _reduce(x, cls, 'shallow')
    return x if isinstance(parts, str) else _reconstruct(x, None, *parts)


_builtin_containers = frozenset({list, dict, set, bytearray})


def _reduce(x, cls, kind):
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, '__reduce_ex__', None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, '__reduce__', None)
    if reductor:
        return reductor()
    raise Error(f'un({kind})copyable object of type {cls}')


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy; memo says what was copied already, by id."""
    cls = type(x)
    if cls in _atomic_types:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(key, _nil)
        if y is not _nil:
            return y
    copier = _deepcopy_dispatch.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type) or cls is _weakref_type():
        y = x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            y = copier(memo)
        else:
            parts = _reduce(x, cls, 'deep')
            y = x if isinstance(parts, str) else _reconstruct(x, memo, *parts)
    if y is not x:
        memo[key] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    """Ids in memo stay unique as long as what had them lives: memo[id(memo)] holds it."""
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    append = y.append
    for item in x:
        append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # The tuple may have been copied meanwhile, as part of one of its items.
    try:
        return memo[id(x)]
    except KeyError:
        pass
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopy_dispatch = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                      _MethodType: _deepcopy_method}


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = (deepcopy(arg, memo) for arg in args)
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y


def _set_state(y, state):
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(y, name, value)


def replace(obj, /, **changes):
    """A copy with some fields changed, for objects that have __replace__()."""
    cls = obj.__class__
    func = getattr(cls, '__replace__', None)
    if func is None:
        raise TypeError(f'replace() does not support {cls.__name__} objects')
    return func(obj, **changes)
