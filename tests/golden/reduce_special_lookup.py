# What object.__reduce_ex__ asks classes, not instances; __slotnames__; and small deviations of C functions.
import sys


class Picky:
    def __getstate__(self):
        return {}

    def __getattr__(self, name):
        if name.startswith('__getnewargs'):
            raise AssertionError(name)
        return None


for protocol in range(5):
    print(Picky().__reduce_ex__(protocol)[1:])


class Changing:
    __slotnames__ = ['spam']

    def __getattr__(self, name):
        if name == 'spam':
            Changing.__slotnames__[:] = ['spam']
            return 42
        raise AttributeError(name)


print(Changing().__reduce_ex__(2)[1:])

print('--- bytearray.join while the separator is in use')
separator = bytearray(b',')


def clearing():
    separator.clear()
    yield b'A'


try:
    separator.join(clearing())
except BufferError as error:
    print(error)
print(separator.join(iter([b'A', b'B'])), b','.join(iter([b'A', b'B'])))
separator.clear()

print('--- the same keyword twice')


def function(**keywords):
    return keywords


for first, second in ({1: 3}, {1: 5}), ({'a': 1}, {'a': 2}), ({(1,): 1}, {(1,): 2}):
    try:
        function(**first, **second)
    except TypeError as error:
        print(error)

print('--- __anext__ gives something whose __await__ fails')


class Iterator:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        1 / 0


async def main():
    async for _ in Iterator():
        pass


try:
    main().send(None)
except TypeError as error:
    print(error, repr(error.__cause__))

print('--- what cannot be raised has the place where it happened')


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield


def hook(unraisable):
    traceback = unraisable.exc_traceback
    print(unraisable.exc_type.__name__, unraisable.exc_value, traceback.tb_frame.f_code.co_name,
          traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno, traceback.tb_next)


def drop():
    generator = stubborn()
    next(generator)
    del generator


sys.unraisablehook = hook
drop()
