"""Warnings: messages about the code that runs, filtered and shown once per place.

The runtime's own warnings (coroutines that nobody awaited, SyntaxWarnings of
the compiler) come here too: runtime/warnings.c imports this module with the
first of them, so that a program without warnings pays nothing.
"""

import sys
from _hidden import hidden as _hidden

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
           "resetwarnings", "catch_warnings", "deprecated"]

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")

# What filters hold: (action, message pattern or None, category, module pattern, name or None, line or 0).
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = _defaultaction = "default"
onceregistry = _onceregistry = {}
_version = 0


def _filters_mutated():
    """Makes the registries forget: what was shown may be shown again."""
    global _version
    _version += 1


# ---- Showing

class WarningMessage:
    """A warning as catch_warnings(record=True) keeps it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, sys.stderr by default."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _showwarnmsg_impl(msg):
    file = msg.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    text = _formatwarnmsg(msg)
    try:
        file.write(text)
    except OSError:
        pass


def _formatwarnmsg_impl(msg):
    category = msg.category.__name__
    text = f"{msg.filename}:{msg.lineno}: {category}: {msg.message}\n"
    line = msg.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(msg.filename, msg.lineno)
        except Exception:
            # The interpreter may be shutting down.
            line = None
    if line:
        text += f"  {line.strip()}\n"
    if msg.source is not None:
        text += f"{category}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def _showwarnmsg(msg):
    """Shows through showwarning where somebody has replaced that."""
    show = globals().get("showwarning", _showwarning_orig)
    if show is not _showwarning_orig:
        if not callable(show):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _showwarnmsg_impl(msg)


def _formatwarnmsg(msg):
    form = globals().get("formatwarning", _formatwarning_orig)
    if form is not _formatwarning_orig:
        return form(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    return _formatwarnmsg_impl(msg)


# ---- Filters

class _Literal:
    """What -W's fields match: a text without pattern characters, at the start or as a whole."""

    def __init__(self, text, whole):
        self.text = text
        self.whole = whole

    def match(self, text):
        if self.whole:
            return text == self.text
        return text.lower().startswith(self.text.lower())


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Inserts a filter whose message and module are regular expressions."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    if message or module:
        import re
    _add_filter(action, re.compile(message, re.I) if message else None, category,
                re.compile(module) if module else None, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Inserts a filter for all modules and messages."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    # A filter that is there already moves, rather than being there twice.
    if not append:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    elif item not in filters:
        filters.append(item)
    _filters_mutated()


def resetwarnings():
    """Forgets all filters, those that were there at the start included."""
    filters[:] = []
    _filters_mutated()


class catch_warnings:
    """Restores filters and showwarning at its end; with record=True collects warnings in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append("module=%r" % self._module)
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg_impl = module._showwarnmsg_impl
        log = None
        if self._record:
            log = []
            module._showwarnmsg_impl = log.append
            # A showwarning that somebody put there would take the warnings away from us.
            module.showwarning = module._showwarning_orig
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg_impl = self._showwarnmsg_impl


# ---- -W and PYTHONWARNINGS

class _OptionError(Exception):
    """A -W option is wrong."""


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


def _setoption(arg):
    parts = arg.split(":")
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {arg!r}")
    parts += [""] * (5 - len(parts))
    action, message, category, module, lineno = [part.strip() for part in parts]
    action = _getaction(action)
    category = _getcategory(category)
    if lineno:
        try:
            line = int(lineno)
            if line < 0:
                raise ValueError
        except (ValueError, OverflowError):
            raise _OptionError(f"invalid lineno {lineno!r}" if not lineno.lstrip("-").isdigit()
                               else f"invalid lineno {int(lineno)}") from None
    else:
        line = 0
    _add_filter(action, _Literal(message, False) if message else None, category,
                _Literal(module, True) if module else None, line, append=False)


def _getaction(action):
    if not action:
        return "default"
    if action == "all":
        return "always"
    for known in ("default", "always", "ignore", "module", "once", "error"):
        if known.startswith(action):
            return known
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(category):
    if not category:
        return Warning
    if "." not in category:
        import builtins as module
        name = category
    else:
        module_name, _, name = category.rpartition(".")
        try:
            module = __import__(module_name, None, None, [name])
        except ImportError:
            raise _OptionError(f"invalid module name: {module_name!r}") from None
    try:
        found = getattr(module, name)
    except AttributeError:
        raise _OptionError(f"unknown warning category: {category!r}") from None
    if not isinstance(found, type) or not issubclass(found, Warning):
        raise _OptionError(f"invalid warning category: {category!r}")
    return found


# ---- Warning

def _is_internal_frame(frame):
    filename = frame.f_code.co_filename
    return "importlib" in filename and "_bootstrap" in filename


def _is_filename_to_skip(filename, prefixes):
    return any(filename.startswith(prefix) for prefix in prefixes)


def _next_external_frame(frame, prefixes):
    frame = frame.f_back
    while frame is not None and (_is_internal_frame(frame) or
                                 _is_filename_to_skip(frame.f_code.co_filename, prefixes)):
        frame = frame.f_back
    return frame


def _frame_at(frame, stacklevel, prefixes):
    """The frame that a warning is about; None: the stack is not that deep."""
    if stacklevel <= 0 or (frame is not None and _is_internal_frame(frame)):
        while stacklevel > 1 and frame is not None:
            stacklevel -= 1
            frame = frame.f_back
        return frame
    while stacklevel > 1 and frame is not None:
        stacklevel -= 1
        frame = _next_external_frame(frame, prefixes)
    return frame


@_hidden
def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warns of something, on behalf of the line that called (or one further out, by stacklevel)."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    elif not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if not isinstance(stacklevel, int):
        stacklevel = stacklevel.__index__() if hasattr(type(stacklevel), "__index__") else _not_an_int(stacklevel)
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {type(skip_file_prefixes).__name__}")
    for prefix in skip_file_prefixes:
        if not isinstance(prefix, str):
            raise TypeError(f"Found non-str '{type(prefix).__name__}' in skip_file_prefixes.")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    frame = _frame_at(sys._getframe(1), stacklevel, skip_file_prefixes)
    if frame is None:
        namespace, filename, lineno = sys.__dict__, "<sys>", 0
    else:
        namespace, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    frame = None
    registry = namespace.setdefault("__warningregistry__", {})
    module = namespace.get("__name__", "<string>")
    _warn_explicit(message, category, filename, lineno, module, registry, source)


@_hidden
def _not_an_int(value):
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


@_hidden
def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warns of something, on behalf of the file and line named."""
    if not isinstance(filename, str):
        raise TypeError(f"warn_explicit() argument 'filename' must be str, not {type(filename).__name__}")
    if not isinstance(lineno, int):
        lineno = lineno.__index__() if hasattr(type(lineno), "__index__") else _not_an_int(lineno)
    if module_globals is not None:
        if not isinstance(module_globals, dict):
            raise TypeError(f"module_globals must be a dict, not '{type(module_globals).__name__}'")
        import linecache
        linecache.getlines(filename, module_globals)
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    _warn_explicit(message, category, filename, lineno, module, registry, source)


def _already_warned(registry, key, mark):
    if registry.get("version") != _version:
        registry.clear()
        registry["version"] = _version
    elif registry.get(key):
        return True
    if mark:
        registry[key] = True
    return False


def _matches(pattern, text):
    return pattern is None or (text == pattern if isinstance(pattern, str) else pattern.match(text))


@_hidden
def _find_action(text, category, module, lineno):
    for index, item in enumerate(filters):
        if not isinstance(item, tuple) or len(item) != 5:
            raise ValueError(f"_warnings.filters item {index} isn't a 5-tuple")
        action, message, kind, where, line = item
        if ((line == 0 or line == lineno) and issubclass(category, kind) and
                _matches(message, text) and _matches(where, module)):
            return action, item
    return globals().get("defaultaction", _defaultaction), None


@_hidden
def _warn_explicit(message, category, filename, lineno, module, registry, source):
    if module is None:
        module = filename or "<unknown>"
        if module.endswith(".py"):
            module = module[:-3]
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry is not None and _already_warned(registry, key, False):
        return
    action, item = _find_action(text, category, module, lineno)
    if action == "error":
        raise message
    if action == "ignore":
        return
    shown = False  # has it been?
    if action != "always":
        if registry is not None:
            registry[key] = True
        if action == "once":
            shown = _already_warned(onceregistry if registry is None else registry, (text, category), True)
        elif action == "module":
            shown = registry is not None and _already_warned(registry, (text, category), True)
        elif action != "default":
            raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item!r}")
    if not shown:
        _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


# What the runtime calls, whatever a script puts in the place of warn.
_core_warn = warn
_core_warn_explicit = warn_explicit


def _warn_unawaited_coroutine(coroutine):
    """Called for a coroutine that goes without having been started."""
    lines = [f"coroutine '{coroutine.__qualname__}' was never awaited\n"]
    origin = coroutine.cr_origin
    if origin is not None:
        import linecache
        lines.append("Coroutine created at (most recent call last)\n")
        for filename, lineno, name in reversed(origin):
            lines.append(f'  File "{filename}", line {lineno}, in {name}\n')
            line = linecache.getline(filename, lineno).strip()
            if line:
                lines.append(f"    {line}\n")
    warn("".join(lines).rstrip("\n"), RuntimeWarning, stacklevel=2, source=coroutine)


# ---- PEP 702

def _mark(function):
    # inspect.iscoroutinefunction() looks for it.
    marker = sys.modules.get("inspect")
    return marker.markcoroutinefunction(function) if marker else function


class deprecated:
    """Decorator: using the class or function warns; type checkers see it too."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            return _deprecate_class(arg, message, category, stacklevel)
        if not callable(arg):
            raise TypeError("@deprecated decorator with non-None category must be applied to a class or callable, "
                            f"not {arg!r}")

        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return arg(*args, **kwargs)

        for name in ("__module__", "__name__", "__qualname__", "__doc__", "__type_params__"):
            try:
                setattr(wrapper, name, getattr(arg, name))
            except AttributeError:
                pass
        wrapper.__dict__.update(getattr(arg, "__dict__", {}))
        wrapper.__wrapped__ = arg
        if getattr(getattr(arg, "__code__", None), "co_flags", 0) & 0x80:
            wrapper = _mark(wrapper)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper


def _deprecate_class(arg, message, category, stacklevel):
    original_new = arg.__new__

    def __new__(cls, /, *args, **kwargs):
        if cls is arg:
            warn(message, category=category, stacklevel=stacklevel + 1)
        if original_new is not object.__new__:
            return original_new(cls, *args, **kwargs)
        # Mirrors what object.__new__ checks.
        if cls.__init__ is object.__init__ and (args or kwargs):
            raise TypeError(f"{cls.__name__}() takes no arguments")
        return original_new(cls)

    arg.__new__ = staticmethod(__new__)
    original = arg.__init_subclass__
    if type(original) is type(deprecated.__call__.__get__(0)):
        # A class method of Python: it gets the class again.
        original = original.__func__

        def __init_subclass__(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return original(*args, **kwargs)

        arg.__init_subclass__ = classmethod(__init_subclass__)
    else:
        def __init_subclass__(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return original(*args, **kwargs)

        arg.__init_subclass__ = __init_subclass__
    arg.__deprecated__ = __new__.__deprecated__ = message
    __init_subclass__.__deprecated__ = message
    return arg


_processoptions(sys.warnoptions)
