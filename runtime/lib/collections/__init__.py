"""Containers beside dict, list, set and tuple: deque, defaultdict and OrderedDict (in C), namedtuple and
Counter (here), ChainMap, UserDict, UserList and UserString (in _wrappers, loaded when first asked for).
"""

__all__ = [
    'ChainMap',
    'Counter',
    'OrderedDict',
    'UserDict',
    'UserList',
    'UserString',
    'defaultdict',
    'deque',
    'namedtuple',
]

import sys as _sys
from _collections import OrderedDict, _count_elements, _tuplegetter, defaultdict, deque
from _collections import _deque_iterator


def __getattr__(name):
    # What derives from the abstract base classes is loaded when first asked for.
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        from collections import _wrappers
        for known in _wrappers.__all__:
            globals()[known] = getattr(_wrappers, known)
        return globals()[name]
    if name == 'abc':
        import collections.abc
        return _sys.modules['collections.abc']
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


# ---- namedtuple ---------------------------------------------------------

def _checked_names(typename, field_names, rename):
    from keyword import iskeyword
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    typename = _sys.intern(str(typename))
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if not name.isidentifier() or iskeyword(name) or name.startswith('_') or name in seen:
                names[index] = f'_{index}'
            seen.add(name)
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    return typename, tuple(_sys.intern(name) for name in names)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Makes a subclass of tuple whose items also have names.

    The names come as a sequence, or as one string with spaces or commas between them; defaults belong to the
    last of them.  With rename, names that cannot be used become _0, _1 ... by their place.
    """
    typename, field_names = _checked_names(typename, field_names, rename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))

    field_count = len(field_names)
    tuple_new, to_dict, to_tuple, length, pairs = tuple.__new__, dict, tuple, len, zip
    parameters = ', '.join(field_names)
    items = f'{parameters},' if field_count == 1 else parameters
    shown = ', '.join(f'{name}=%r' for name in field_names).join('()')

    namespace = {'_tuple_new': tuple_new, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    __new__ = eval(f'lambda _cls, {parameters}: _tuple_new(_cls, ({items}))', namespace)
    __new__.__name__ = '__new__'
    __new__.__doc__ = f'Create new instance of {typename}({parameters})'
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = tuple_new(cls, iterable)
        if length(result) != field_count:
            raise TypeError(f'Expected {field_count} arguments, got {len(result)}')
        return result
    _make.__func__.__doc__ = f'Make a new {typename} object from a sequence or iterable'

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, field_names, self))
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
        return result
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'

    def __repr__(self):
        """The class with its fields, as it would be called."""
        return self.__class__.__name__ + shown % self

    def _asdict(self):
        """The fields as a dict, in their order."""
        return to_dict(pairs(self._fields, self))

    def __getnewargs__(self):
        """A plain tuple of the items, for copy and pickle."""
        return to_tuple(self)

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'

    members = {
        '__doc__': f'{typename}({parameters})',
        '__slots__': (),
        '_fields': field_names,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': _make,
        '__replace__': _replace,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': field_names,
    }
    for index, name in enumerate(field_names):
        members[name] = _tuplegetter(index, _sys.intern(f'Alias for field number {index}'))
    result = type(typename, (tuple,), members)

    # The class belongs to whoever called namedtuple().
    if module is None:
        try:
            module = _sys._getframe(1).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            pass
    if module is not None:
        result.__module__ = module
    return result


# ---- Counter ------------------------------------------------------------

def _is_mapping(value):
    if isinstance(value, dict):
        return True
    # Whoever made another kind of mapping has loaded the abstract base classes.
    abc = _sys.modules.get('_collections_abc')
    return isinstance(value, abc.Mapping) if abc is not None else type(value) is type(type.__dict__)


class Counter(dict):
    """A dict from elements to how often each was counted; what was never counted has the count 0.

    Counts may become zero or negative; only the operators leave such elements out of their result.
    """

    def __init__(self, iterable=None, /, **kwds):
        """Counts what an iterable holds, or takes the counts of a mapping and of the keywords."""
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        """What was never counted counts zero."""
        return 0

    def total(self):
        """All counts together."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n elements counted most often (all, without n) with their counts, most often first."""
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=_count_of)

    def elements(self):
        """Yields every element as often as it was counted."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        # Counting with a given count for every element makes no sense.
        raise NotImplementedError(
            'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Adds what an iterable holds, or the counts of a mapping, to these counts."""
        if iterable is not None:
            if not _is_mapping(iterable):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for element, count in iterable.items():
                    self[element] = count + get(element, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes what an iterable holds, or the counts of a mapping, away from these counts."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A counter of the same class with the same counts."""
        return self.__class__(self)

    def __reduce__(self):
        return (self.__class__, (dict(self),))

    def __delitem__(self, elem):
        """Forgets an element; one that is not there is no error."""
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            counts = dict(self.most_common())
        except TypeError:  # counts that cannot be ordered
            counts = dict(self)
        return f'{self.__class__.__name__}({counts!r})'

    # Comparisons treat what is missing as a count of zero.

    def __eq__(self, other):
        """Every count is the same."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        """Some count is not the same."""
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        """No count is larger than in the other."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        """No count is larger, and some is smaller."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        """No count is smaller than in the other."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        """No count is smaller, and some is larger."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Results of the operators keep positive counts only, in the order in
    # which elements turn up in the left operand, then in the right one.

    def __add__(self, other):
        """The sums of both counts: Counter('aab') + Counter('b') has two of each."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            total = count + other[element]
            if total > 0:
                result[element] = total
        for element, count in other.items():
            if element not in self and count > 0:
                result[element] = count
        return result

    def __sub__(self, other):
        """The counts less those of the other: Counter('aab') - Counter('ab') has one 'a'."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            rest = count - other[element]
            if rest > 0:
                result[element] = rest
        for element, count in other.items():
            if element not in self and count < 0:
                result[element] = 0 - count
        return result

    def __or__(self, other):
        """The larger of both counts: Counter('aab') | Counter('abb') has two of each."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            theirs = other[element]
            larger = theirs if count < theirs else count
            if larger > 0:
                result[element] = larger
        for element, count in other.items():
            if element not in self and count > 0:
                result[element] = count
        return result

    def __and__(self, other):
        """The smaller of both counts: Counter('aab') & Counter('abb') has one of each."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            theirs = other[element]
            smaller = count if count < theirs else theirs
            if smaller > 0:
                result[element] = smaller
        return result

    def __pos__(self):
        """The counts above zero."""
        result = Counter()
        for element, count in self.items():
            if count > 0:
                result[element] = count
        return result

    def __neg__(self):
        """The counts below zero, with the sign turned."""
        result = Counter()
        for element, count in self.items():
            if count < 0:
                result[element] = 0 - count
        return result

    def _keep_positive(self):
        """Drops what does not count more than zero, after an operation in place."""
        for element in [e for e, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        """Adds the counts of another; what is then above zero stays."""
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        """Takes away the counts of another; what is then above zero stays."""
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        """Takes the larger of both counts; what is then above zero stays."""
        for element, theirs in other.items():
            if theirs > self[element]:
                self[element] = theirs
        return self._keep_positive()

    def __iand__(self, other):
        """Takes the smaller of both counts; what is then above zero stays."""
        for element, count in self.items():
            theirs = other[element]
            if theirs < count:
                self[element] = theirs
        return self._keep_positive()


def _count_of(pair):
    return pair[1]
