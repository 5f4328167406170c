"""Classes that are mainly data: a decorator writes __init__, __repr__, __eq__ and more from annotations.

The methods of a class are written as source text and compiled all at once; names that the text uses for objects
(defaults, types) begin with __dataclass_, so that no field can hide them.
"""
import sys

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']

GenericAlias = type(list[int])
MappingProxyType = type(type.__dict__)


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen dataclass was set or deleted."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = MappingProxyType({})


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'
_ATOMIC_TYPES = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented),
                           type(lambda: 0), type(len), type, range, property, type((lambda: 0).__code__)})


def _recursive_repr(function):
    running = set()

    def wrapper(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            return function(self)
        finally:
            running.discard(key)
    wrapper.__wrapped__ = function
    wrapper.__name__ = function.__name__
    wrapper.__doc__ = function.__doc__
    return wrapper


class InitVar:
    """Annotation of a parameter of __init__ that is handed to __post_init__ instead of being stored."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        is_class = isinstance(self.type, type) and not isinstance(self.type, GenericAlias)
        return f'dataclasses.InitVar[{self.type.__name__ if is_class else repr(self.type)}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field: made by field() or from a default, completed by dataclass()."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @_recursive_repr
    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},'
                f'_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), '__set_name__', None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, **options):
        for name in self.__slots__:
            setattr(self, name, options[name])

    def __repr__(self):
        return '_DataclassParams(' + ','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__) + ')'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more of a field than its default: used as the default in the class body."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- Reading annotations

def _split_annotation(text):
    """'a.b[c]' -> ('a', 'b'), 'b' -> (None, 'b'): the leading names of a hint written as a string."""
    def leading_name(rest):
        rest = rest.lstrip()
        end = 0
        while end < len(rest) and (rest[end].isalnum() or rest[end] == '_'):
            end += 1
        return rest[:end], rest[end:].lstrip()
    first, rest = leading_name(text)
    if first and rest.startswith('.'):
        second, _ = leading_name(rest[1:])
        if second:
            return first, second
    return None, first


def _is_written(annotation, cls, module, owner, is_it):
    """Whether a hint written as a string names (by whatever import) what is_it accepts."""
    prefix, name = _split_annotation(annotation)
    if not name:
        return False
    home = sys.modules.get(cls.__module__)
    if prefix is None:
        names = home.__dict__ if home else None
    elif home and home.__dict__.get(prefix) is module:
        names = sys.modules[owner].__dict__
    else:
        return False
    return bool(names) and is_it(names.get(name))


def _is_kind(annotation, cls, module_name, is_it):
    module = sys.modules.get(module_name)
    if module is None:
        return False
    return is_it(annotation) or isinstance(annotation, str) and _is_written(annotation, cls, module, module_name, is_it)


def _is_classvar(annotation):
    form = sys.modules['typing'].ClassVar
    return annotation is form or getattr(annotation, '__origin__', None) is form and not isinstance(annotation, type)


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, type(Field.name)):  # a slot of the same name in a base
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_kind(annotation, cls, 'typing', _is_classvar):
        f._field_type = _FIELD_CLASSVAR
    elif _is_kind(annotation, cls, __name__, _is_initvar):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _own_fields(cls, kw_only):
    result = []
    seen = False
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        if _is_kind(annotation, cls, __name__, _is_kw_only):
            if seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen = kw_only = True
        else:
            result.append(_get_field(cls, name, annotation, kw_only))
    return result


# ---- Writing methods

class _Source:
    """Functions to be: their text, and the objects the text names."""

    def __init__(self, module_globals):
        self.globals = module_globals
        self.names = {}
        self.lines = []
        self.functions = []  # name, whether it overwrites, what to say if it may not

    def add(self, name, parameters, body, names=None, *, returns='', overwrite=True, decorator=None, if_there=None):
        if names:
            self.names.update(names)
        if decorator:
            self.lines.append(f' {decorator}')
        self.lines.append(f' def {name}({",".join(parameters)}){returns}:')
        self.lines.extend(f'  {line}' for line in body)
        self.functions.append((name, overwrite, if_there))

    def finish(self, cls):
        if not self.functions:
            return
        names = ','.join(name for name, _, _ in self.functions)
        text = '\n'.join([f'def __create_fn__({",".join(self.names)}):', *self.lines, f' return ({names},)'])
        namespace = {}
        exec(text, self.globals, namespace)
        made = namespace['__create_fn__'](**self.names)
        for function, (name, overwrite, if_there) in zip(made, self.functions):
            function.__qualname__ = f'{cls.__qualname__}.{name}'
            if not overwrite and name in cls.__dict__:
                if if_there is not None:
                    raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}{if_there}')
                continue
            setattr(cls, name, function)


def _parameter(f):
    if f.default is not MISSING:
        default = f'=__dataclass_dflt_{f.name}__'
    elif f.default_factory is not MISSING:
        default = '=__dataclass_HAS_DEFAULT_FACTORY__'
    else:
        default = ''
    return f'{f.name}:__dataclass_type_{f.name}__{default}'


def _initial_value(f, names, slots):
    """The text of what __init__ stores in the field; None: nothing."""
    default = f'__dataclass_dflt_{f.name}__'
    if f.default_factory is not MISSING:
        names[default] = f.default_factory
        return f'{default}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}' if f.init else f'{default}()'
    if f.init:
        if f.default is not MISSING:
            names[default] = f.default
        return f.name
    if slots and f.default is not MISSING:
        names[default] = f.default
        return default
    return None


def _write_init(source, cls, all_fields, frozen, slots):
    with_default = None
    positional = [f for f in all_fields if f.init and not f.kw_only]
    keyword = [f for f in all_fields if f.init and f.kw_only]
    for f in positional:
        if not (f.default is MISSING and f.default_factory is MISSING):
            with_default = f
        elif with_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument {with_default.name!r}')
    self_name = '__dataclass_self__' if any(f.name == 'self' for f in all_fields) else 'self'
    names = {f'__dataclass_type_{f.name}__': f.type for f in all_fields if f.init}
    names['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    names['__dataclass_builtins_object__'] = object
    body = []
    for f in all_fields:
        value = _initial_value(f, names, slots)
        if value is None or f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            body.append(f'__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})')
        else:
            body.append(f'{self_name}.{f.name}={value}')
    if hasattr(cls, _POST_INIT_NAME):
        given = ','.join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.{_POST_INIT_NAME}({given})')
    parameters = [self_name, *map(_parameter, positional)]
    if keyword:
        parameters += ['*', *map(_parameter, keyword)]
    source.add('__init__', parameters, body or ['pass'], names, returns='->None', overwrite=False)


def _tuple_text(owner, names):
    return f"({','.join(f'{owner}.{name}' for name in names)},)" if names else '()'


def _write_comparisons(source, stored, eq, order):
    compared = [f.name for f in stored if f.compare]
    if eq:
        terms = ' and '.join(f'self.{name}==other.{name}' for name in compared) or 'True'
        source.add('__eq__', ('self', 'other'), [
            'if self is other:', ' return True',
            'if other.__class__ is self.__class__:', f' return {terms}', 'return NotImplemented'], overwrite=False)
    if order:
        own, others = _tuple_text('self', compared), _tuple_text('other', compared)
        for name, sign in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            source.add(name, ('self', 'other'), [
                'if other.__class__ is self.__class__:', f' return {own}{sign}{others}', 'return NotImplemented'],
                overwrite=False, if_there=' Consider using functools.total_ordering')


def _write_frozen(source, cls, stored):
    condition = 'type(self) is __dataclass_cls__'
    if stored:
        condition += ' or name in {' + ', '.join(repr(f.name) for f in stored) + '}'
    names = {'__dataclass_cls__': cls, '__dataclass_FrozenInstanceError__': FrozenInstanceError}
    for method, parameters, word, arguments in (
            ('__setattr__', ('self', 'name', 'value'), 'assign to', 'name, value'),
            ('__delattr__', ('self', 'name'), 'delete', 'name')):
        source.add(method, parameters, [
            f'if {condition}:', f' raise __dataclass_FrozenInstanceError__(f"cannot {word} field {{name!r}}")',
            f'super(__dataclass_cls__, self).{method}({arguments})'], names, overwrite=False, if_there='')


def _decide_hash(source, cls, stored, params):
    own = cls.__dict__.get('__hash__', MISSING)
    explicit = not (own is MISSING or own is None and '__eq__' in cls.__dict__)
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif not params.eq or explicit:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    hashed = [f.name for f in stored if (f.compare if f.hash is None else f.hash)]
    source.add('__hash__', ('self',), [f"return hash({_tuple_text('self', hashed)})"])


# ---- The documentation that a class without one gets: its signature

def _format_annotation(annotation):
    if getattr(annotation, '__module__', None) == 'typing' and not isinstance(annotation, GenericAlias):
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def _format_parameter(f):
    text = f'{f.name}: {_format_annotation(f.type)}'
    if f.default is not MISSING:
        return f'{text} = {f.default!r}'
    return text if f.default_factory is MISSING else f'{text} = <factory>'


def _signature(cls, init_fields, made_init):
    if not made_init and cls.__init__ is object.__init__ and cls.__new__ is object.__new__ and type(cls) is type:
        return '()'
    if not made_init or type(cls) is not type and type(cls).__call__ is not type.__call__:
        from inspect import signature
        try:
            return str(signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            return ''
    positional = [_format_parameter(f) for f in init_fields if f.init and not f.kw_only]
    keyword = [_format_parameter(f) for f in init_fields if f.init and f.kw_only]
    return f"({', '.join(positional + (['*'] + keyword if keyword else []))})"


# ---- The decorator

def _inherited_fields(cls, frozen):
    found = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        fields = getattr(base, _FIELDS, None)
        if fields is not None:
            found.update(fields)
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    if any(frozen_bases) and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen_bases and frozen and not all(frozen_bases):
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return found


def _collect_fields(cls, params):
    own = _own_fields(cls, params.kw_only)
    for f in own:
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    annotations = cls.__dict__.get('__annotations__', {})
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    found = _inherited_fields(cls, params.frozen)
    found.update((f.name, f) for f in own)
    return found


def _process_class(cls, params):
    module = sys.modules.get(cls.__module__)
    source = _Source(module.__dict__ if module else {})
    setattr(cls, _PARAMS, params)
    found = _collect_fields(cls, params)
    setattr(cls, _FIELDS, found)
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    stored = [f for f in found.values() if f._field_type is _FIELD]
    init_fields = [f for f in found.values() if f._field_type is not _FIELD_CLASSVAR]
    if params.init:
        _write_init(source, cls, init_fields, params.frozen, params.slots)
    if '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if params.repr:
        shown = ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in stored if f.repr)
        source.add('__repr__', ('self',), [f'return f"{{self.__class__.__qualname__}}({shown})"'],
                   {'__dataclass_recursive_repr__': _recursive_repr}, overwrite=False,
                   decorator='@__dataclass_recursive_repr__')
    _write_comparisons(source, stored, params.eq, params.order)
    if params.frozen:
        _write_frozen(source, cls, stored)
    _decide_hash(source, cls, stored, params)
    source.finish(cls)
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature(cls, init_fields, params.init)
    if params.match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in init_fields if f.init and not f.kw_only)
    if params.weakref_slot and not params.slots:
        raise TypeError('weakref_slot is True but slots is False')
    if params.slots:
        cls = _add_slots(cls, params.frozen, params.weakref_slot)
    if hasattr(cls, '__abstractmethods__'):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Class decorator that adds methods made from the class's annotations."""
    def wrap(cls):
        return _process_class(cls, _DataclassParams(
            init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
            kw_only=kw_only, slots=slots, weakref_slot=weakref_slot))
    return wrap if cls is None else wrap(cls)


# ---- slots=True: the class is made anew

def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        if getattr(cls, '__weakrefoffset__', -1) != 0:
            yield '__weakref__'
        if getattr(cls, '__dictoffset__', -1) != 0:
            yield '__dict__'
    elif isinstance(slots, str):
        yield slots
    elif not hasattr(slots, '__next__'):
        yield from slots
    else:
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _add_slots(cls, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)}
    namespace['__slots__'] = tuple(name for name in names + (('__weakref__',) if weakref_slot else ())
                                   if name not in inherited)
    for name in names + ('__dict__', '__weakref__'):
        namespace.pop(name, None)
    qualname = getattr(cls, '__qualname__', None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if frozen:
        if '__getstate__' not in namespace:
            cls.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            cls.__setstate__ = _dataclass_setstate
    return cls


# ---- Functions on dataclasses

def fields(class_or_instance):
    """The Fields of a dataclass or an instance, those for ClassVar and InitVar aside, as a tuple."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Is it a dataclass, or an instance of one?"""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict, those of dataclasses inside of it, too."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _convert(obj, lambda items: dict_factory(items))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields of an instance as a tuple, those of dataclasses inside of it, too."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _convert(obj, lambda items: tuple_factory([value for _, value in items]))


def _convert(obj, factory):
    """A copy in which dataclass instances have become factory([(name, value), ...])."""
    cls = type(obj)
    if cls in _ATOMIC_TYPES:
        return obj
    if hasattr(cls, _FIELDS):
        return factory([(f.name, _convert(getattr(obj, f.name), factory)) for f in fields(obj)])
    if issubclass(cls, tuple) and hasattr(obj, '_fields'):
        return cls(*[_convert(v, factory) for v in obj])
    if issubclass(cls, dict):
        pairs = ((_convert(k, factory), _convert(v, factory)) for k, v in obj.items())
        if hasattr(cls, 'default_factory'):
            result = cls(obj.default_factory)
            for key, value in pairs:
                result[key] = value
            return result
        return cls(pairs)
    if issubclass(cls, (list, tuple)):
        return cls(_convert(v, factory) for v in obj)
    from copy import deepcopy
    return deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """Makes a dataclass whose fields are names, pairs with a type, or triples with a field() as well."""
    from keyword import iskeyword
    from types import new_class
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, 'typing.Any'
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = tp

    def fill(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns['__annotations__'] = annotations
    cls = new_class(cls_name, bases, {}, fill)
    if module is None:
        module = sys._getframe(1).f_globals.get('__name__', '__main__')
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
