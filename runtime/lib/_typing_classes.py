"""Classes of typing that few programs need: Protocol, NamedTuple, TypedDict, NewType, IO."""
import sys
import typing
from abc import ABCMeta, abstractmethod
from typing import (Annotated, AnyStr, Generic, NotRequired, ReadOnly, Required, TypeVar, Union, _GenericAlias,
                    _type_check, _type_convert)

__name__ = 'typing'


# Through abc's frames, so that what it asks of other protocols is told apart: see _is_reckless.
_abc_instancecheck = ABCMeta.__instancecheck__
_abc_subclasscheck = ABCMeta.__subclasscheck__


def _caller(depth=1):
    return sys._getframe(depth + 1).f_globals.get('__name__', '__main__')


# ---- Protocol

_IGNORED = frozenset({
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__protocol_attrs__', '__non_callable_proto_members__', '__type_params__', '__abstractmethods__',
    '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__', '__subclasshook__',
    '__weakref__', '__class_getitem__', '__match_args__', '__static_attributes__', '__firstlineno__',
    '_MutableMapping__marker', '__qualname__', '__init_subclass__'})
_ALLOWED_BASES = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'AsyncIterator', 'Hashable',
                        'Sized', 'Container', 'Collection', 'Reversible', 'Buffer'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager'),
}


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic') and base.__module__ == 'typing':
            continue
        annotations = base.__dict__.get('__annotations__', ())
        for name in (*base.__dict__, *(annotations if isinstance(annotations, dict) else ())):
            if not name.startswith('_abc_') and name not in _IGNORED:
                names.add(name)
    return names


def _is_reckless():
    """abc and functools may ask for any protocol: they only walk through subclasses."""
    return sys._getframe(2).f_globals.get('__name__') in ('abc', 'functools')


def _check_is_class(arg):
    if not isinstance(arg, type):
        raise TypeError('issubclass() arg 1 must be a class')


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name != 'Protocol' and any(b is typing.__dict__.get('Protocol') for b in bases):
            for base in bases:
                if not (base in (object, Generic) or
                        base.__name__ in _ALLOWED_BASES.get(base.__module__, ()) or
                        issubclass(base, Generic) and getattr(base, '_is_protocol', False)):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, '_is_protocol', False):
            cls.__protocol_attrs__ = _protocol_members(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False) and not _is_reckless():
            if not getattr(cls, '_is_runtime_protocol', False):
                _check_is_class(other)
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            if cls.__non_callable_proto_members__ and cls.__dict__['__subclasshook__'].__func__ is _protocol_hook:
                _check_is_class(other)
                others = str(sorted(cls.__non_callable_proto_members__))[1:-1]
                raise TypeError("Protocols with non-method members don't support issubclass(). "
                                f'Non-method members: {others}.')
        return _abc_subclasscheck(cls, other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_protocol', False):
            return _abc_instancecheck(cls, instance)
        if not getattr(cls, '_is_runtime_protocol', False) and not _is_reckless():
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if _abc_instancecheck(cls, instance):
            return True
        for attr in cls.__protocol_attrs__:
            value = _find_statically(instance, attr)
            if value is _absent or value is None and attr not in cls.__non_callable_proto_members__:
                return False
        return True


_absent = object()


def _find_statically(instance, name):
    """The attribute as it lies in the instance or its class, without running anything."""
    mro = instance.__mro__ if isinstance(instance, type) else ()
    own = {} if mro else getattr(instance, '__dict__', {})
    if isinstance(own, dict) and name in own:
        return own[name]
    for base in (*mro, *type(instance).__mro__):
        if name in base.__dict__:
            value = base.__dict__[name]
            if type(value) is _member_type and not mro and not hasattr(instance, name):
                return _absent
            return value
    return _absent


_member_type = type(type('_', (), {'__slots__': 's'}).s)


@classmethod
def _hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            annotations = base.__dict__.get('__annotations__', {})
            if (isinstance(annotations, dict) and attr in annotations and issubclass(other, Generic) and
                    getattr(other, '_is_protocol', False)):
                break
        else:
            return NotImplemented
    return True


_protocol_hook = _hook.__func__


def _no_init_or_replace_init(self, *args, **kwargs):
    """__init__ of protocols: classes derived from them find the one that follows."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init_or_replace_init:
        return  # called by super() from one of its own
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            break
    else:
        init = object.__init__
    cls.__init__ = init
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that only say which attributes an object must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = _hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


typing.Protocol = Protocol


def runtime_checkable(cls):
    """Lets isinstance() and issubclass() look for the members of a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = {name for name in cls.__protocol_attrs__
                                          if not callable(getattr(cls, name, None))}
    return cls


def is_protocol(tp, /):
    """Whether a class is a protocol."""
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method, annotation, parameter=None):
    def function(self):
        pass
    function.__name__ = method
    function.__qualname__ = f'{name}.{method}'
    bases = (Protocol[parameter],) if parameter else (Protocol,)
    from types import new_class
    made = new_class(name, bases, exec_body=lambda ns: ns.update({
        '__module__': 'typing', '__slots__': (), '__doc__': f'An ABC with one abstract method {method}.',
        method: abstractmethod(function)}))
    return runtime_checkable(made)


_T_co = TypeVar('T_co', covariant=True)
SupportsInt = _supports('SupportsInt', '__int__', int)
SupportsFloat = _supports('SupportsFloat', '__float__', float)
SupportsComplex = _supports('SupportsComplex', '__complex__', complex)
SupportsBytes = _supports('SupportsBytes', '__bytes__', bytes)
SupportsIndex = _supports('SupportsIndex', '__index__', int)
SupportsAbs = _supports('SupportsAbs', '__abs__', _T_co, _T_co)
SupportsRound = _supports('SupportsRound', '__round__', _T_co, _T_co)


# ---- NamedTuple

_PROHIBITED = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                         '_field_types', '_make', '_replace', '_asdict', '_source'})
_SPECIAL = frozenset({'__module__', '__name__', '__annotations__', '__qualname__', '__orig_bases__',
                      '__firstlineno__', '__static_attributes__', '__doc__'})


def _make_nmtuple(name, types, module, defaults=()):
    from collections import namedtuple
    types = {n: _type_check(t, f'field {n} annotation must be a type') for n, t in types}
    made = namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


_sentinel = object()


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        if bases.count(_NamedTuple) > 1:
            raise TypeError('duplicate base class tuple')
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        types = ns.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in ns:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_nmtuple(typename, types.items(), ns['__module__'], [ns[n] for n in defaults])
        if Generic in bases:
            own = {k: v for k, v in made.__dict__.items() if k not in ('__dict__', '__weakref__')}
            made = type(typename, bases, {**own, '__orig_bases__': ns['__orig_bases__'],
                                          '__class_getitem__': classmethod(Generic.__class_getitem__.__func__)})
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key in _SPECIAL and key != '__doc__':
                continue
            if key not in made._fields:
                setattr(made, key, value)
            set_name = getattr(type(value), '__set_name__', None)
            if set_name is not None:
                try:
                    set_name(value, made, key)
                except BaseException as error:
                    error.add_note(f'Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in '
                                   f'{typename!r}')
                    raise
        made.__qualname__ = ns.get('__qualname__', typename)
        if '__orig_bases__' in ns:
            made.__orig_bases__ = ns['__orig_bases__']
        return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def NamedTuple(typename, fields=_sentinel, /, **kwargs):
    """A namedtuple with types: class P(NamedTuple): x: int, or NamedTuple('P', [('x', int)])."""
    if fields is _sentinel or fields is None:
        import warnings
        what = "Passing `None` as the 'fields' parameter" if fields is None else (
            'Creating NamedTuple classes using keyword arguments' if kwargs else
            "Failing to pass a value for the 'fields' parameter")
        if fields is None and kwargs:
            raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword "
                            'arguments')
        advice = 'Use the class-based or functional syntax instead.' if kwargs else (
            'To create a NamedTuple class with 0 fields using the functional syntax, pass an empty list, '
            f'e.g. `{typename} = NamedTuple({typename!r}, [])`.')
        warnings.warn(f'{what} is deprecated and will be disallowed in Python 3.15. {advice}', DeprecationWarning,
                      stacklevel=2)
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    made = _make_nmtuple(typename, fields, module=_caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


# ---- TypedDict

def _qualifiers(annotation):
    """Required, NotRequired and ReadOnly around a hint, and inside of Annotated."""
    found = set()
    while isinstance(annotation, _GenericAlias):
        if hasattr(annotation, '__metadata__'):
            annotation = annotation.__origin__
        elif annotation.__origin__ in (Required, NotRequired, ReadOnly):
            found.add(annotation.__origin__)
            annotation, = annotation.__args__
        else:
            break
    return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic_base = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        made = type.__new__(cls, name, (*generic_base, dict), {k: v for k, v in ns.items()})
        if '__orig_bases__' not in ns:
            made.__orig_bases__ = bases
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {n: _type_check(tp, msg, module=made.__module__, allow_special_forms=True)
               for n, tp in ns.get('__annotations__', {}).items()}
        annotations = {}
        keys = {kind: set() for kind in ('required', 'optional', 'readonly', 'mutable')}
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            inherited = {kind: base.__dict__.get(f'__{kind}_keys__', frozenset()) for kind in keys}
            keys['required'] |= inherited['required']
            keys['optional'] -= inherited['required']
            keys['required'] -= inherited['optional']
            keys['optional'] |= inherited['optional']
            keys['readonly'] |= inherited['readonly']
            keys['mutable'] |= inherited['mutable']
        for key, annotation in own.items():
            found = _qualifiers(annotation)
            _sort_key(key, NotRequired not in found and (total or Required in found), keys, 'required', 'optional')
            if ReadOnly in found and key in keys['mutable']:
                raise TypeError(f'Cannot redefine mutable field {key!r} in TypedDict {name} as read-only')
            _sort_key(key, ReadOnly in found, keys, 'readonly', 'mutable')
        made.__annotations__ = {**annotations, **own}
        for kind, names in keys.items():
            setattr(made, f'__{kind}_keys__', frozenset(names))
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def _sort_key(key, first, keys, one, other):
    keys[one if first else other].add(key)
    keys[other if first else one].discard(key)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def TypedDict(typename, fields=_sentinel, /, *, total=True):
    """A dict with known keys: class D(TypedDict): key: type, or TypedDict('D', {'key': type})."""
    if fields is _sentinel or fields is None:
        import warnings
        what = "Passing `None` as the 'fields' parameter" if fields is None else (
            "Failing to pass a value for the 'fields' parameter")
        warnings.warn(f'{what} is deprecated and will be disallowed in Python 3.15. To create a '
                      'TypedDict class with 0 fields using the functional syntax, pass an empty dictionary, '
                      f'e.g. `{typename} = TypedDict({typename!r}, {{}})`.', DeprecationWarning, stacklevel=2)
        fields = {}
    ns = {'__annotations__': dict(fields)}
    module = _caller()
    if module is not None:
        ns['__module__'] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether a class is a TypedDict."""
    return isinstance(tp, _TypedDictMeta)


# ---- NewType

class NewType:
    """A name that type checkers tell apart from the type it stands for; calling it returns the argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        supertype = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking for: '
                                f'`{cls.__name__} = NewType({cls.__name__!r}, {supertype})`')
        return (Dummy,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# ---- Files

class IO(Generic[AnyStr]):
    """The type of file objects, for annotations."""
    __slots__ = ()


class TextIO(IO[str]):
    """The type of text files, for annotations."""
    __slots__ = ()


class BinaryIO(IO[bytes]):
    """The type of binary files, for annotations."""
    __slots__ = ()
