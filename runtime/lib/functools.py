"""What makes functions of functions."""
from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
           'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']

GenericAlias = type(list[int])

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like what it wraps; returns the wrapper."""
    for attribute in assigned:
        try:
            value = getattr(wrapped, attribute)
        except AttributeError:
            continue
        setattr(wrapper, attribute, value)
    for attribute in updated:
        getattr(wrapper, attribute).update(getattr(wrapped, attribute, {}))
    # Last, for it may just have been copied from wrapped.__dict__.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a decorator that lets a wrapper look like the function it wraps."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering

def _ordering_function(name, doc, asked, combine):
    """One function for all classes, found under its qualified name: _gt_from_lt."""
    qualname = f'_{name[2:4]}_from_{asked[2:4]}'
    if qualname in globals():
        return globals()[qualname]

    def operation(self, other):
        answer = getattr(type(self), asked)(self, other)
        return answer if answer is NotImplemented else combine(self, other, answer)
    operation.__name__ = name
    operation.__qualname__ = qualname
    operation.__doc__ = doc
    globals()[qualname] = operation
    return operation


def _or_equal(self, other, answer):
    return answer or self == other


def _and_unequal(self, other, answer):
    return answer and self != other


def _neither_nor_equal(self, other, answer):
    return not answer and self != other


def _not_or_equal(self, other, answer):
    return not answer or self == other


def _not(self, other, answer):
    return not answer


# What each comparison is made of, for every one that may be given; the first that is given counts.
_ORDERINGS = {
    '__lt__': (('__gt__', 'Return a > b.  Computed by @total_ordering from (not a < b) and (a != b).',
                _neither_nor_equal),
               ('__le__', 'Return a <= b.  Computed by @total_ordering from (a < b) or (a == b).', _or_equal),
               ('__ge__', 'Return a >= b.  Computed by @total_ordering from (not a < b).', _not)),
    '__le__': (('__ge__', 'Return a >= b.  Computed by @total_ordering from (not a <= b) or (a == b).', _not_or_equal),
               ('__lt__', 'Return a < b.  Computed by @total_ordering from (a <= b) and (a != b).', _and_unequal),
               ('__gt__', 'Return a > b.  Computed by @total_ordering from (not a <= b).', _not)),
    '__gt__': (('__lt__', 'Return a < b.  Computed by @total_ordering from (not a > b) and (a != b).',
                _neither_nor_equal),
               ('__ge__', 'Return a >= b.  Computed by @total_ordering from (a > b) or (a == b).', _or_equal),
               ('__le__', 'Return a <= b.  Computed by @total_ordering from (not a > b).', _not)),
    '__ge__': (('__le__', 'Return a <= b.  Computed by @total_ordering from (not a >= b) or (a == b).', _not_or_equal),
               ('__gt__', 'Return a > b.  Computed by @total_ordering from (a >= b) and (a != b).', _and_unequal),
               ('__lt__', 'Return a < b.  Computed by @total_ordering from (not a >= b).', _not)),
}


def total_ordering(cls):
    """Class decorator that fills in the ordering comparisons that are missing."""
    given = [name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    asked = given[0]
    for name, doc, combine in _ORDERINGS[asked]:
        if name not in given:
            setattr(cls, name, _ordering_function(name, doc, asked, combine))
    return cls


# ---- Caches

def _cache_info(hits, misses, maxsize, currsize):
    return __getattr__('_CacheInfo')(hits, misses, maxsize, currsize)


def lru_cache(maxsize=128, typed=False):
    """Decorator that keeps the results of the most recent calls; maxsize None: of all."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    """lru_cache without a limit."""
    return lru_cache(maxsize=None)(user_function)


_NOT_FOUND = object()


class cached_property:
    """A property that is computed once for an instance and then lies in its __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f'{name!r} property.') from None
        value = values.get(name, _NOT_FOUND)
        if value is _NOT_FOUND:
            value = self.func(instance)
            try:
                values[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                                f'item assignment for caching {name!r} property.') from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# ---- partialmethod

class partialmethod:
    """A method with arguments given beforehand; what it wraps may be any callable or descriptor."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        shown = [repr(self.func), *map(repr, self.args), *(f'{k}={v!r}' for k, v in self.keywords.items())]
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(shown)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


# ---- What few programs need is loaded when it is asked for

def __getattr__(name):
    global _CacheInfo, singledispatch, singledispatchmethod, _c3_mro, _compose_mro, _find_impl
    if name == '_CacheInfo':
        from collections import namedtuple
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')
    elif name == 'RLock':
        from _thread import RLock
        return RLock
    elif name in ('singledispatch', 'singledispatchmethod', '_c3_mro', '_compose_mro', '_find_impl'):
        from _functools_dispatch import _c3_mro, _compose_mro, _find_impl, singledispatch, singledispatchmethod
    else:
        raise AttributeError(f"module 'functools' has no attribute {name!r}")
    return globals()[name]


def __dir__():
    return sorted({*globals(), *__all__} - {'__getattr__', '__dir__'})
