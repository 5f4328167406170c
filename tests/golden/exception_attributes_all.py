# The exception types: constructor arguments, attributes, str, repr, subclasses, add_note, with_traceback, errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


import builtins
for name in sorted(n for n in dir(builtins) if n[0] != '_' and isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException)):
    cls = getattr(builtins, name)
    print(name, cls.__bases__[0].__name__, end=' ')
    for args in (), ('a',), (1, 'b'):
        try:
            e = cls(*args)
            print(repr(e), str(e), e.args, end=' | ')
        except TypeError as error:
            print(error, end=' | ')
    print()
for error in (OSError(2, 'text'), OSError(2, 'text', 'file'), OSError(2, 'text', 'file', None, 'file2'), OSError('only'), OSError(1, 2, 3, 4, 5, 6), OSError(17, 'x'), OSError(13, 'x', b'f'), OSError(99999, 'x'), OSError(11, 'x', 5), FileNotFoundError(1, 'x'), BlockingIOError(11, 'x', 5), TimeoutError(), ConnectionError(104, 'r')):
    print(type(error).__name__, repr(error), str(error), error.errno, error.strerror, error.filename, error.filename2, error.args)
for error in (SyntaxError(), SyntaxError('m'), SyntaxError('m', ('f', 1, 2, 't')), SyntaxError('m', ('f', 1, 2, 't', 3, 4)), IndentationError('m', ('f', None, None, None))):
    print(repr(error), str(error), error.msg, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
for args in (('m', ('f', 1)), ('m', 5), ('m', ('f', 1, 2, 't', 3, 4, 5, 6))):
    show(lambda: SyntaxError(*args))
for action in (lambda: UnicodeEncodeError('ascii', 'é', 0, 1, 'bad'), lambda: str(UnicodeEncodeError('ascii', 'é', 0, 1, 'bad')), lambda: str(UnicodeEncodeError('ascii', 'éè', 0, 2, 'bad')), lambda: str(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad')), lambda: str(UnicodeDecodeError('utf-8', b'ab', 0, 2, 'bad')),
               lambda: str(UnicodeTranslateError('é€😀', 1, 2, 'bad')), lambda: str(UnicodeTranslateError('abc', 0, 3, 'bad')), lambda: UnicodeEncodeError('ascii'), lambda: UnicodeDecodeError('ascii', 'x', 0, 1, 'b'), lambda: UnicodeEncodeError('ascii', b'x', 0, 1, 'b'), lambda: str(UnicodeEncodeError('ascii', 'é', 5, 9, 'bad')),
               lambda: KeyError('a', 'b'), lambda: str(KeyError('a')), lambda: str(KeyError()), lambda: str(KeyError('a', 'b')), lambda: StopIteration(1, 2).value, lambda: StopIteration().value, lambda: SystemExit(5).code, lambda: SystemExit(1, 2).code, lambda: SystemExit().code, lambda: ImportError('m', name='n', path='p').name,
               lambda: ImportError('m', foo=1), lambda: str(ImportError('a', 'b')), lambda: ImportError('a').msg, lambda: ImportError('a', 'b').msg, lambda: AttributeError('m', name='n', obj=5).obj, lambda: AttributeError('m', foo=1), lambda: NameError('m', name='x').name, lambda: NameError(name=1).name, lambda: NameError('a', obj=1),
               lambda: ValueError(x=1), lambda: BaseException(x=1), lambda: ValueError('a').with_traceback(None), lambda: ValueError('a').with_traceback(5), lambda: setattr(ValueError(), '__cause__', 5), lambda: setattr(ValueError(), '__context__', 5), lambda: setattr(ValueError(), '__traceback__', 5), lambda: setattr(ValueError(), 'args', 5),
               lambda: setattr(ValueError(), 'args', None), lambda: delattr(ValueError(), 'args'), lambda: delattr(ValueError(), '__cause__'), lambda: ValueError('a').add_note(5), lambda: ValueError('a').add_note(), lambda: ValueError('a') == ValueError('a'), lambda: hash(ValueError('a')) != 0, lambda: repr(ValueError('a', [1], None)),
               lambda: str(ValueError('a', 1)), lambda: ValueError.__new__(ValueError, 1, 2).args, lambda: ValueError().__suppress_context__, lambda: ExceptionGroup('m', [ValueError(1)]), lambda: str(ExceptionGroup('m', [ValueError(1), TypeError()])), lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [5]),
               lambda: ExceptionGroup('m', [KeyboardInterrupt()]), lambda: BaseExceptionGroup('m', [ValueError()]), lambda: BaseExceptionGroup('m', [KeyboardInterrupt()]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup('m'), lambda: ExceptionGroup('m', ValueError())):
    show(action)
e = ValueError('a')
e.add_note('one')
e.add_note('two')
print(e.__notes__, e.args)
e.__notes__ = 5
show(lambda: e.add_note('x'))
e.args = [1, 2]
print(e.args, e, repr(e))
e.custom = 'attribute'
print(vars(e))


class Custom(Exception):
    def __init__(self, a, b=2):
        self.a, self.b = a, b


c = Custom(1)
print(repr(c), c.args, str(c), vars(c))
show(lambda: Custom())


class Text(ValueError):
    def __str__(self):
        return 'own text'


print(repr(Text(1)), str(Text(1)), f'{Text(2)}', '%s' % Text(3))
try:
    try:
        raise KeyError('first')
    except KeyError as k:
        raise ValueError('second') from k
except ValueError as v:
    print(repr(v.__cause__), v.__cause__ is v.__context__, v.__suppress_context__)
    v.__cause__ = None
    print(v.__cause__, repr(v.__context__), v.__suppress_context__)
    v.__suppress_context__ = False
    print(v.__suppress_context__, v.__traceback__ is not None)
