"""What is a coroutine, and how it is shown."""

import types
from _hidden import hidden

__all__ = "iscoroutinefunction", "iscoroutine"

_marker = object()


def iscoroutinefunction(func):
    """True for functions made with `async def`, or marked as such."""
    while type(func).__name__ == "partial" and hasattr(func, "func"):
        func = func.func
    func = getattr(func, "__func__", func)
    if getattr(func, "_is_coroutine_mark", None) is _marker:
        return True
    return isinstance(func, types.FunctionType) and bool(func.__code__.co_flags & 0x80)


@hidden
def iscoroutine(obj):
    """True for coroutines, and for objects that behave like one."""
    if type(obj) is types.CoroutineType:
        return True
    if isinstance(obj, types.GeneratorType):
        # Made by types.coroutine().
        return bool(obj.gi_code.co_flags & 0x100)
    cls = type(obj)
    return all(hasattr(cls, name) for name in ("__await__", "close", "send", "throw"))


def _format_coroutine(coro):
    if hasattr(coro, "__qualname__") and coro.__qualname__:
        name = coro.__qualname__
    elif hasattr(coro, "__name__") and coro.__name__:
        name = coro.__name__
    else:
        name = f"<{type(coro).__name__} without __name__>"
    name += "()"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if code is None:
        running = getattr(coro, "cr_running", None) or getattr(coro, "gi_running", False)
        return f"{name} running" if running else name
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    filename = code.co_filename or "<empty co_filename>"
    if frame is not None:
        return f"{name} running at {filename}:{frame.f_lineno}"
    return f"{name} done, defined at {filename}:{code.co_firstlineno}"


def _function_source(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if isinstance(func, types.FunctionType):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    if type(func).__name__ in ("partial", "partialmethod") and hasattr(func, "func"):
        return _function_source(func.func)
    return None


def _format_arguments(args, keywords):
    items = [repr(arg) for arg in args]
    items += [f"{name}={value!r}" for name, value in (keywords or {}).items()]
    return "({})".format(", ".join(items))


def _format_callback(func, args, keywords=None, suffix=""):
    if type(func).__name__ == "partial" and hasattr(func, "func"):
        suffix = _format_arguments(args, keywords) + suffix
        return _format_callback(func.func, func.args, func.keywords, suffix)
    if hasattr(func, "__qualname__") and func.__qualname__:
        text = func.__qualname__
    elif hasattr(func, "__name__") and func.__name__:
        text = func.__name__
    else:
        text = repr(func)
    return text + _format_arguments(args, keywords) + suffix


def _format_callback_source(func, args):
    text = _format_callback(func, args)
    source = _function_source(func)
    if source:
        text += f" at {source[0]}:{source[1]}"
    return text
