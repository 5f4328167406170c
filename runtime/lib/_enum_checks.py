"""Parts of enum that are loaded when they are asked for: verify, global_enum and their kin."""
import sys
from enum import (Enum, Flag, KEEP, ReprEnum, StrEnum, _high_bit, _is_single_bit, _iter_bits_lsb, auto)

__name__ = 'enum'


def global_enum_repr(self):
    """module.NAME instead of <Class.NAME: value>."""
    module = self.__class__.__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    """module.NAME|module.OTHER instead of <Class.NAME|OTHER: value>."""
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    if _is_single_bit(self._value_):
        return f'{module}.{self._name_}'
    keeps = self._boundary_ is KEEP
    return '|'.join(n if keeps and n[0].isdigit() else f'{module}.{n}' for n in self._name_.split('|'))


def global_str(self):
    """NAME instead of Class.NAME."""
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    """Class decorator: the members are names of the module, and shown as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


class EnumCheck(StrEnum):
    """What verify() can check."""
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator: checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if Flag is not None and issubclass(enumeration, Flag):
            kind = 'flag'
        elif issubclass(enumeration, Enum):
            kind = 'enum'
        else:
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                _check_unique(enumeration)
            elif check is CONTINUOUS:
                _check_continuous(enumeration, kind)
            elif check is NAMED_FLAGS:
                _check_named_flags(enumeration)
        return enumeration


def _check_unique(enumeration):
    aliases = [(name, found.name) for name, found in enumeration.__members__.items() if name != found.name]
    if aliases:
        details = ', '.join(f'{alias} -> {name}' for alias, name in aliases)
        raise ValueError(f'aliases found in {enumeration!r}: {details}')


def _check_continuous(enumeration, kind):
    values = {e.value for e in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if kind == 'flag':
        between = (2 ** i for i in range(_high_bit(low) + 1, _high_bit(high)))
    else:
        between = range(low + 1, high)
    missing = [str(value) for value in between if value not in values]
    if missing:
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join(missing)}"[:256])


def _check_named_flags(enumeration):
    values = [m.value for m in enumeration]
    names, total = [], 0
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        missed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in values]
        if missed:
            names.append(name)
            for bit in missed:
                total |= bit
    if not names:
        return
    if len(names) == 1:
        alias = f'alias {names[0]} is missing'
    else:
        alias = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
    value = f'value 0x{total:x}' if _is_single_bit(total) else f'combined values of 0x{total:x}'
    raise ValueError(f'invalid Flag {enumeration.__name__!r}: {alias} {value} '
                     '[use enum.show_flag_values(value) for details]')


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator that makes an enumeration of a plain class."""
    def convert_class(cls):
        namespace = etype.__class__.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__', '__firstlineno__', '__static_attributes__'):
                namespace[name] = value
        return etype.__class__(cls.__name__, (etype,), namespace, boundary=boundary)
    return convert_class


def _test_simple_enum(checked_enum, simple_enum):
    """TypeError unless both have the same members."""
    def shown(cls):
        return [(name, found.value) for name, found in cls.__members__.items()]
    different = [(a, b) for a, b in zip(shown(checked_enum), shown(simple_enum)) if a != b]
    if different or len(checked_enum.__members__) != len(simple_enum.__members__):
        raise TypeError(f'enum mismatch:\n   {different!r}')
