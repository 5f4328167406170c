"""Names for type hints.  Nothing is checked at run time: the objects say what was written, compare and print."""
import sys

TYPE_CHECKING = False


# ---- What a hint prints as

def _type_repr(value):
    if isinstance(value, type) and type(value) is type:
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, list):
        return "[" + ", ".join(_type_repr(v) for v in value) + "]"
    return repr(value)


def _convert(argument):
    if argument is None:
        return type(None)
    if isinstance(argument, str):
        return ForwardRef(argument)
    return argument


class _Unionable:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Unionable):
    """A hint written as a string."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def _evaluate(self, global_names, local_names):
        return eval(self.__forward_arg__, global_names, local_names)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Alias(_Unionable):
    """name[arguments]; calling it calls what it stands for."""

    def __init__(self, origin, arguments, name=None):
        self.__origin__ = origin
        self.__args__ = arguments
        self._name = name

    @property
    def __parameters__(self):
        return _collect_parameters(self.__args__)

    def __getitem__(self, arguments):
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f"{self!r} is not a generic class")
        if not isinstance(arguments, tuple):
            arguments = (arguments,)
        if len(arguments) != len(parameters) and not any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in parameters):
            many = "many" if len(arguments) > len(parameters) else "few"
            raise TypeError(f"Too {many} arguments for {self!r}; actual {len(arguments)}, expected {len(parameters)}")
        chosen = dict(zip(parameters, map(_convert, arguments)))
        return self._copy(tuple(_substitute(a, chosen) for a in self.__args__))

    def _copy(self, arguments):
        return _Alias(self.__origin__, arguments, self._name)

    def __call__(self, *args, **kwargs):
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _Special):
            raise TypeError(f"Cannot subclass {self!r}")
        later = bases[bases.index(self) + 1:]
        if self.__origin__ is Generic:
            if Protocol in bases or any(isinstance(b, (_Alias, _Standard)) for b in later):
                return ()
            return (Generic,)
        if not self._name or self.__origin__ is Protocol:
            return (self.__origin__,)
        entries = (self.__origin__,) if isinstance(self.__origin__, type) and self.__origin__ not in bases else ()
        if any(isinstance(b, (_Alias, _Standard)) or isinstance(b, type) and issubclass(b, Generic) for b in later):
            return entries
        return entries + (Generic,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        arguments = self.__args__
        if self.__origin__ is Union and len(arguments) == 2 and type(None) in arguments:
            other = arguments[1] if arguments[0] is type(None) else arguments[0]
            return f"typing.Optional[{_type_repr(other)}]"
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        if self._name == "Callable" and arguments and arguments[0] is not ...:
            head = ", ".join(_type_repr(a) for a in arguments[:-1])
            return f"{name}[[{head}], {_type_repr(arguments[-1])}]"
        if self.__origin__ is Literal:
            return f"{name}[{', '.join(map(repr, arguments))}]"
        shown = ", ".join(map(_type_repr, arguments))
        return f"{name}[{shown or '()'}]"

    def __instancecheck__(self, instance):
        if self.__origin__ is Union:
            return any(isinstance(instance, a) for a in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, a) for a in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _collect_parameters(arguments):
    found = []
    for argument in arguments:
        if isinstance(argument, _Parameter):
            candidates = (argument,)
        elif isinstance(argument, list):
            candidates = _collect_parameters(argument)
        else:
            candidates = getattr(argument, "__parameters__", ()) if not isinstance(argument, type) else ()
        for parameter in candidates:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _substitute(argument, chosen):
    if isinstance(argument, _Parameter):
        return chosen.get(argument, argument)
    parameters = getattr(argument, "__parameters__", ()) if not isinstance(argument, type) else ()
    return argument[tuple(chosen.get(p, p) for p in parameters)] if parameters else argument


# ---- Special forms: Any, Union, Literal …

class _Special(_Unionable):
    def __init__(self, name, subscript=None, doc=None):
        self._name = name
        self._subscript = subscript
        self.__doc__ = doc

    def __getitem__(self, arguments):
        if self._subscript is None:
            raise TypeError(f"typing.{self._name} is not subscriptable")
        return self._subscript(self, arguments)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate typing.{self._name}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass typing.{self._name}")

    def __instancecheck__(self, instance):
        raise TypeError(f"typing.{self._name} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"typing.{self._name} cannot be used with issubclass()")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name


def _as_tuple(arguments):
    return arguments if isinstance(arguments, tuple) else (arguments,)


def _one(form, argument):
    return _Alias(form, (_convert(argument),), form._name)


def _several(form, arguments):
    return _Alias(form, tuple(_convert(a) for a in _as_tuple(arguments)), form._name)


def _make_union(form, arguments):
    if arguments == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for argument in _as_tuple(arguments):
        argument = _convert(argument)
        parts = argument.__args__ if isinstance(argument, _Alias) and argument.__origin__ is Union else (
            argument.__args__ if type(argument) is type(int | str) else (argument,))
        for part in parts:
            if part not in flat:
                flat.append(part)
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat), "Union")


def _make_literal(form, arguments):
    distinct = []
    for argument in _as_tuple(arguments):
        parts = argument.__args__ if isinstance(argument, _Alias) and argument.__origin__ is Literal else (argument,)
        for part in parts:
            if (part, type(part)) not in distinct:
                distinct.append((part, type(part)))
    return _Alias(Literal, tuple(part for part, _ in distinct), "Literal")


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def _copy(self, arguments):
        return _AnnotatedAlias(arguments[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


def _make_annotated(form, arguments):
    if not isinstance(arguments, tuple) or len(arguments) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(_convert(arguments[0]), arguments[1:])


class _AnyMeta(type):
    def __instancecheck__(self, instance):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(instance)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Union = _Special("Union", _make_union)
Optional = _Special("Optional", lambda form, argument: Union[argument, None])
Literal = _Special("Literal", _make_literal)
Annotated = _Special("Annotated", _make_annotated)
ClassVar = _Special("ClassVar", _one)
Final = _Special("Final", _one)
TypeGuard = _Special("TypeGuard", _one)
TypeIs = _Special("TypeIs", _one)
Required = _Special("Required", _one)
NotRequired = _Special("NotRequired", _one)
ReadOnly = _Special("ReadOnly", _one)
Unpack = _Special("Unpack", _one)
Concatenate = _Special("Concatenate", _several)
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")


# ---- Type parameters

class _Parameter(_Unionable):
    """TypeVar and its kin; bound, constraints and default may be functions that are called when first asked for."""

    def __init__(self, name, **lazy):
        self.__name__ = name
        self._lazy = lazy
        caller = sys._getframe(2).f_globals.get("__name__")
        if caller is not None and caller != "typing":
            self.__module__ = caller

    def _value(self, what, otherwise):
        value = self._lazy.get(what, otherwise)
        if isinstance(value, _Lazy):
            value = self._lazy[what] = value.function()
        return value

    @property
    def __default__(self):
        return self._value("default", NoDefault)

    def has_default(self):
        return "default" in self._lazy and self._lazy["default"] is not NoDefault

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self):
        if self._lazy.get("infer_variance"):
            return self.__name__
        return ("+" if self._lazy.get("covariant") else "-" if self._lazy.get("contravariant") else "~") + self.__name__

    @property
    def __covariant__(self):
        return bool(self._lazy.get("covariant"))

    @property
    def __contravariant__(self):
        return bool(self._lazy.get("contravariant"))

    @property
    def __infer_variance__(self):
        return bool(self._lazy.get("infer_variance"))


class _Lazy:
    def __init__(self, function):
        self.function = function


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


class TypeVar(_Parameter):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        super().__init__(name, bound=_convert(bound) if bound is not None else None,
                         constraints=tuple(map(_convert, constraints)), covariant=covariant,
                         contravariant=contravariant, default=default, infer_variance=infer_variance)

    @property
    def __bound__(self):
        return self._value("bound", None)

    @property
    def __constraints__(self):
        return self._value("constraints", ())


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Parameter):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        super().__init__(name, bound=bound, covariant=covariant, contravariant=contravariant, default=default,
                         infer_variance=infer_variance)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Parameter):
    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, default=default)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class TypeAliasType(_Unionable):
    """What a `type` statement makes."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self.__type_params__ = type_params
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    @property
    def __value__(self):
        if isinstance(self._value, _Lazy):
            self._value = self._value.function()
        return self._value

    @property
    def __parameters__(self):
        return self.__type_params__

    def __getitem__(self, arguments):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _Alias(self, _as_tuple(arguments))

    def __repr__(self):
        return self.__name__


# What the machine calls for type parameters written in the source; see vm/bytecode/intrinsics.def.

def _intrinsic_TYPE_VARIABLE(name):
    return TypeVar(name, infer_variance=True)


def _intrinsic_PARAMETER_SPECIFICATION(name):
    return ParamSpec(name, infer_variance=True)


def _intrinsic_TYPE_VARIABLE_TUPLE(name):
    return TypeVarTuple(name)


def _intrinsic_TYPE_VARIABLE_BOUND(name, function):
    parameter = TypeVar(name, infer_variance=True)
    parameter._lazy["bound"] = _Lazy(function)
    return parameter


def _intrinsic_TYPE_VARIABLE_CONSTRAINTS(name, function):
    parameter = TypeVar(name, infer_variance=True)
    parameter._lazy["constraints"] = _Lazy(function)
    return parameter


def _intrinsic_TYPE_PARAMETER_DEFAULT(parameter, function):
    parameter._lazy["default"] = _Lazy(function)
    return parameter


def _intrinsic_SUBSCRIPT_GENERIC(parameters):
    return _Alias(Generic, tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters), "Generic")


def _intrinsic_TYPE_ALIAS(parts):
    name, parameters, function = parts
    alias = TypeAliasType(name, _Lazy(function), type_params=parameters or ())
    alias.__module__ = function.__module__
    return alias


# ---- Generic and Protocol

class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()

    def __class_getitem__(cls, arguments):
        arguments = tuple(_convert(a) for a in _as_tuple(arguments))
        if cls is Generic or cls is Protocol:
            if not arguments and cls is Generic:
                raise TypeError("Parameter list to Generic[...] cannot be empty")
            return _Alias(cls, arguments, cls.__name__)
        parameters = getattr(cls, "__parameters__", ())
        if not parameters:
            raise TypeError(f"{cls} is not a generic class")
        flexible = any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in parameters)
        if len(arguments) != len(parameters) and not flexible:
            many = "many" if len(arguments) > len(parameters) else "few"
            raise TypeError(f"Too {many} arguments for {cls}; actual {len(arguments)}, expected {len(parameters)}")
        return _Alias(cls, arguments)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", cls.__bases__)
        explicit = [b for b in bases if isinstance(b, _Alias) and b.__origin__ in (Generic, Protocol)]
        found = _collect_parameters(explicit[0].__args__ if explicit else bases)
        cls.__parameters__ = found


_OWN_NAMES = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
              "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__",
              "__static_attributes__", "__firstlineno__", "__parameters__", "__orig_bases__", "__qualname__",
              "_is_protocol", "_is_runtime_protocol", "__init_subclass__", "__type_params__", "__hash__"}


class _ProtocolMeta(type):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get("_is_protocol"):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return super().__instancecheck__(instance) or all(hasattr(instance, name) for name in _protocol_members(cls))

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol"):
            return super().__subclasscheck__(other)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return super().__subclasscheck__(other) or all(hasattr(other, name) for name in _protocol_members(cls))


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__dict__.get("_is_protocol") and base is not Protocol:
            names.update(base.__dict__)
            names.update(base.__dict__.get("__annotations__", ()))
    return names - _OWN_NAMES


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that only say which attributes an object must have."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_instances


def _no_instances(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    super(Protocol, self).__init__()


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


# ---- Names for the usual types

class _Standard(_Unionable):
    """typing.List and the like: subscripted, and called as, what they stand for."""

    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __getitem__(self, arguments):
        if self._name == "Callable":
            return _make_callable(self.__origin__, arguments)
        if self._name == "Tuple" and arguments == ():
            return _Alias(self.__origin__, (), self._name)
        return _Alias(self.__origin__, tuple(_convert(a) for a in _as_tuple(arguments)), self._name)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Type {self._name} cannot be instantiated")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,) if isinstance(self.__origin__, type) else ()

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


def _make_callable(origin, arguments):
    if not isinstance(arguments, tuple) or len(arguments) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    parameters, result = arguments
    head = tuple(_convert(p) for p in parameters) if isinstance(parameters, list) else (parameters,)
    return _Alias(origin, head + (_convert(result),), "Callable")


class _Has:
    """Stands for an abstract class: what has the methods is an instance."""

    def __init__(self, name, *methods):
        self.__name__ = self.__qualname__ = name
        self.__module__ = "collections.abc"
        self._methods = methods

    def __instancecheck__(self, instance):
        return all(getattr(type(instance), method, None) is not None for method in self._methods)

    def __subclasscheck__(self, cls):
        return all(getattr(cls, method, None) is not None for method in self._methods)

    def __repr__(self):
        return f"<class 'collections.abc.{self.__name__}'>"


def _abstract(name, *methods):
    return _Standard(_Has(name, *methods), name)


List = _Standard(list, "List")
Dict = _Standard(dict, "Dict")
Set = _Standard(set, "Set")
FrozenSet = _Standard(frozenset, "FrozenSet")
Tuple = _Standard(tuple, "Tuple")
Type = _Standard(type, "Type")
DefaultDict = _Standard(dict, "DefaultDict")
OrderedDict = _Standard(dict, "OrderedDict")
Counter = _Standard(dict, "Counter")
ChainMap = _Standard(dict, "ChainMap")
Deque = _Standard(list, "Deque")
Callable = _abstract("Callable", "__call__")
Hashable = _abstract("Hashable", "__hash__")
Sized = _abstract("Sized", "__len__")
Container = _abstract("Container", "__contains__")
Iterable = _abstract("Iterable", "__iter__")
Iterator = _abstract("Iterator", "__iter__", "__next__")
Reversible = _abstract("Reversible", "__iter__", "__reversed__")
Generator = _abstract("Generator", "__iter__", "__next__", "send", "throw", "close")
Collection = _abstract("Collection", "__len__", "__iter__", "__contains__")
Sequence = _abstract("Sequence", "__getitem__", "__len__", "__iter__", "index", "count")
MutableSequence = _abstract("MutableSequence", "__setitem__", "__delitem__", "__len__", "insert", "append")
AbstractSet = _abstract("Set", "__contains__", "__iter__", "__len__", "__and__", "isdisjoint")
MutableSet = _abstract("MutableSet", "__contains__", "__iter__", "__len__", "add", "discard")
Mapping = _abstract("Mapping", "__getitem__", "__iter__", "__len__", "keys", "items", "values", "get")
MutableMapping = _abstract("MutableMapping", "__setitem__", "__delitem__", "__getitem__", "__iter__", "__len__", "pop")
KeysView = _abstract("KeysView", "__iter__", "__len__", "__contains__")
ItemsView = _abstract("ItemsView", "__iter__", "__len__", "__contains__")
ValuesView = _abstract("ValuesView", "__iter__", "__len__")
Awaitable = _abstract("Awaitable", "__await__")
Coroutine = _abstract("Coroutine", "__await__", "send", "throw", "close")
AsyncIterable = _abstract("AsyncIterable", "__aiter__")
AsyncIterator = _abstract("AsyncIterator", "__aiter__", "__anext__")
AsyncGenerator = _abstract("AsyncGenerator", "__aiter__", "__anext__", "asend", "athrow", "aclose")
ContextManager = _abstract("ContextManager", "__enter__", "__exit__")
AsyncContextManager = _abstract("AsyncContextManager", "__aenter__", "__aexit__")
IO = _abstract("IO", "read", "write", "close")
TextIO = _abstract("TextIO", "read", "write", "close")
BinaryIO = _abstract("BinaryIO", "read", "write", "close")
SupportsInt = _abstract("SupportsInt", "__int__")
SupportsFloat = _abstract("SupportsFloat", "__float__")
SupportsIndex = _abstract("SupportsIndex", "__index__")
SupportsAbs = _abstract("SupportsAbs", "__abs__")
SupportsRound = _abstract("SupportsRound", "__round__")
SupportsBytes = _abstract("SupportsBytes", "__bytes__")
SupportsComplex = _abstract("SupportsComplex", "__complex__")
Text = str
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
AnyStr = TypeVar("AnyStr", bytes, str)


# ---- NamedTuple, TypedDict, NewType

def _item(index):
    return property(lambda self: self[index], doc=f"Alias for field number {index}")


def _named_tuple(name, fields, defaults, module, annotations):
    first_default = len(fields) - len(defaults)

    def __new__(cls, *args, **kwargs):
        if len(args) > len(fields):
            most = len(fields) + 1
            takes = f"from {first_default + 1} to {most}" if defaults else str(most)
            raise TypeError(f"{name}.__new__() takes {takes} positional arguments but {len(args) + 1} were given")
        values = list(args)
        for i, field in enumerate(fields[len(args):], len(args)):
            if field in kwargs:
                values.append(kwargs.pop(field))
            elif i >= first_default:
                values.append(defaults[i - first_default])
            else:
                missing = [f for f in fields[i:first_default] if f not in kwargs]
                shown = [repr(f) for f in missing]
                listed = shown[0] if len(shown) == 1 else (
                    " and ".join(shown) if len(shown) == 2 else ", ".join(shown[:-1]) + ", and " + shown[-1])
                plural = "s" if len(missing) != 1 else ""
                raise TypeError(f"{name}.__new__() missing {len(missing)} required positional argument{plural}: {listed}")
        for extra in kwargs:
            if extra in fields:
                raise TypeError(f"{name}.__new__() got multiple values for argument '{extra}'")
            raise TypeError(f"{name}.__new__() got an unexpected keyword argument '{extra}'")
        return tuple.__new__(cls, values)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **changes):
        result = self._make(changes.pop(field, value) for field, value in zip(fields, self))
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return result

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        return type(self).__name__ + "(" + ", ".join(f"{f}={v!r}" for f, v in zip(fields, self)) + ")"

    def __getnewargs__(self):
        return tuple(self)

    namespace = {"__slots__": (), "__module__": module, "_fields": tuple(fields), "__match_args__": tuple(fields),
                 "_field_defaults": dict(zip(fields[first_default:], defaults)), "__annotations__": annotations,
                 "__doc__": f"{name}({', '.join(fields)})", "__new__": __new__, "_make": classmethod(_make),
                 "_replace": _replace, "_asdict": _asdict, "__repr__": __repr__, "__getnewargs__": __getnewargs__}
    for index, field in enumerate(fields):
        namespace[field] = _item(index)
    return type(name, (tuple,), namespace)


_NAMED_TUPLE_OWN = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                    "_replace", "_asdict", "_source"}
_NAMED_TUPLE_SPECIAL = {"__module__", "__name__", "__annotations__", "__qualname__", "__firstlineno__",
                        "__static_attributes__", "__orig_bases__"}


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        annotations = namespace.get("__annotations__", {})
        fields, defaults = [], []
        for field in annotations:
            if field.startswith("_"):
                raise ValueError(f"Field names cannot start with an underscore: {field!r}")
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default fields "
                                + ", ".join(fields[len(fields) - len(defaults):]))
            fields.append(field)
        made = _named_tuple(name, fields, defaults, namespace["__module__"], annotations)
        for key, value in namespace.items():
            if key in _NAMED_TUPLE_OWN:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _NAMED_TUPLE_SPECIAL and key not in made._fields:
                setattr(made, key, value)
        made.__qualname__ = namespace.get("__qualname__", name)
        if any(base is Generic for base in bases):
            made.__class_getitem__ = classmethod(lambda cls, arguments: _Alias(cls, _as_tuple(arguments)))
        return made


_named_tuple_base = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _NamedTupleForm:
    """class P(NamedTuple): x: int, or NamedTuple('P', [('x', int)])."""

    def __call__(self, typename, fields=None, /, **kwargs):
        fields = list(fields.items() if isinstance(fields, dict) else fields) if fields is not None else list(kwargs.items())
        made = _named_tuple(typename, [f for f, _ in fields], [], sys._getframe(1).f_globals.get("__name__"),
                            {f: _convert(t) for f, t in fields})
        return made

    def __mro_entries__(self, bases):
        return (_named_tuple_base,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", frozenset())
            optional |= base.__dict__.get("__optional_keys__", frozenset())
        own = namespace.get("__annotations__", {})
        for key, hint in own.items():
            origin = hint.__origin__ if isinstance(hint, _Alias) else None
            is_required = origin is Required or (total and origin is not NotRequired)
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        annotations.update(own)
        cls = super().__new__(meta, name, (dict,), namespace)
        cls.__annotations__ = annotations
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


_typed_dict_base = type.__new__(_TypedDictMeta, "TypedDict", (), {})


class _TypedDictForm:
    """class D(TypedDict): key: type, or TypedDict('D', {'key': type})."""

    def __call__(self, typename, fields, /, *, total=True):
        namespace = {"__annotations__": dict(fields), "__module__": sys._getframe(1).f_globals.get("__name__")}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictForm()


class NewType(_Unionable):
    """A name that type checkers tell apart from the type it stands for; calling it returns the argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    def __call__(self, value):
        return value

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


# ---- Functions

def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def _overload_dummy(*args, **kwargs):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    return _overload_dummy


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def dataclass_transform(**options):
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = options
        return cls_or_fn
    return decorate


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if tp is Generic:
        return Generic
    if type(tp) is type(int | str):
        return type(tp)
    return getattr(tp, "__origin__", None) if not isinstance(tp, type) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _Alias) and tp._name == "Callable" and tp.__args__ and tp.__args__[0] is not ...:
        return (list(tp.__args__[:-1]), tp.__args__[-1])
    return getattr(tp, "__args__", ()) if not isinstance(tp, type) else ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations with strings evaluated."""
    hints = {}
    sources = reversed(obj.__mro__) if isinstance(obj, type) else (obj,)
    for source in sources:
        names = globalns
        if names is None:
            module = sys.modules.get(getattr(source, "__module__", None))
            names = getattr(source, "__globals__", None) or getattr(module, "__dict__", {})
        own = source.__dict__.get("__annotations__", {}) if isinstance(source, type) else (
            getattr(source, "__annotations__", None) or {})
        for name, value in own.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = eval(value, names, localns)
            elif isinstance(value, ForwardRef):
                value = value._evaluate(names, localns)
            if isinstance(value, _AnnotatedAlias) and not include_extras:
                value = value.__origin__
            hints[name] = value
    return hints
