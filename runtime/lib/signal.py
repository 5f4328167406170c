"""Signals, with enumerations in place of the numbers of _signal."""
import _signal
from _signal import *
from enum import IntEnum as _IntEnum

Signals = _IntEnum('Signals', {name: number for name, number in vars(_signal).items()
                               if name.startswith('SIG') and not name.startswith('SIG_')}, module=__name__)
Handlers = _IntEnum('Handlers', {'SIG_DFL': _signal.SIG_DFL, 'SIG_IGN': _signal.SIG_IGN}, module=__name__)
globals().update(Signals.__members__)
globals().update(Handlers.__members__)


def _as_member(value, enumeration):
    try:
        return enumeration(value)
    except (ValueError, TypeError):
        return value


def _as_number(value):
    try:
        return int(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler):
    """Set the action for the given signal; returns the one before."""
    return _as_member(_signal.signal(_as_number(signalnum), _as_number(handler)), Handlers)


def getsignal(signalnum):
    """Return the current action for the given signal."""
    return _as_member(_signal.getsignal(signalnum), Handlers)


def valid_signals():
    """Return the set of signals that exist here."""
    return {_as_member(number, Signals) for number in _signal.valid_signals()}
