# __bytes__ comes before everything else, but not for str itself; hex() separators; ImportError made anew.


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Index:
    def __bytes__(self):
        return b'from bytes'

    def __index__(self):
        return 3


class Text(str):
    def __bytes__(self):
        return b'text'


class Octets(bytes):
    pass


class Both(bytes):
    def __bytes__(self):
        return Octets(b'mine')


class Wrong:
    def __bytes__(self):
        return 'str'


class Nothing:
    __bytes__ = None


class Plain(str):
    pass


show(lambda: bytes(Index()))
show(lambda: bytearray(Index()))
show(lambda: bytes(Text('abc')))
show(lambda: bytes(Text('é'), 'utf-8'))
show(lambda: bytearray(Text('abc')))
show(lambda: bytes(Plain('abc')))
show(lambda: bytes('abc'))
show(lambda: bytes(Both(b'abc')))
show(lambda: type(bytes(Both(b'abc'))).__name__)
show(lambda: type(Octets(Both(b'abc'))).__name__)
show(lambda: bytes(Wrong()))
show(lambda: bytes(Nothing()))
show(lambda: bytes(Index(), 'ascii'))
show(lambda: b'%b' % Index())
show(lambda: b'%s' % Both(b'x'))
show(lambda: b'abc'.hex(None))
show(lambda: b'abc'.hex(None, 0))
show(lambda: b'abc'.hex(':', 0))
show(lambda: b'abc'.hex(''))
show(lambda: b'abc'.hex('xx'))
show(lambda: b'abc'.hex('\xff'))
show(lambda: b'abc'.hex(b'-', -2))
show(lambda: b'abcde'.hex(sep=bytearray(b'.'), bytes_per_sep=2))
show(lambda: b'abc'.hex(5))
show(lambda: bytearray(b'abc').hex(None))
show(lambda: memoryview(b'abc').hex('-'))

error = ImportError('text', name='n', path='p')
print(error.args, error.msg, error.name, error.path)
error.__init__()
print(error.args, error.msg, error.name, error.path)
error.__init__('a', 'b', name='other')
print(error.args, error.msg, error.name, error.path)
