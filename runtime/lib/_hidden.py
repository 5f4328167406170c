"""A decorator for what CPython has in C: such functions leave no entry in tracebacks and are not traced."""


def hidden(function):
    code = function.__code__
    function.__code__ = code.replace(co_flags=code.co_flags | 0x20000000)
    return function
