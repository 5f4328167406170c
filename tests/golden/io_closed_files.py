# Every method of files that were closed, and of those opened the other way.
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


name = f'/tmp/viv-closed-{os.getpid()}'
for mode, buffering in (('w', -1), ('r', -1), ('wb', -1), ('rb', -1), ('r+b', -1), ('wb', 0), ('rb', 0)):
    f = open(name, mode, buffering)
    print('==', mode, buffering, f.readable(), f.writable(), f.seekable(), f.closed, f.isatty())
    for method, arguments in (('read', ()), ('readline', ()), ('write', ('x' if 'b' not in mode else b'x',)), ('readinto', (bytearray(1),)), ('truncate', ())):
        if hasattr(f, method):
            attempt(getattr(f, method), *arguments)
    f.close()
    f.close()
    for method, arguments in (('read', ()), ('readline', ()), ('readlines', ()), ('write', ('x' if 'b' not in mode else b'x',)), ('writelines', ([],)), ('flush', ()), ('seek', (0,)), ('tell', ()), ('fileno', ()),
                              ('isatty', ()), ('readable', ()), ('writable', ()), ('seekable', ()), ('truncate', ()), ('__enter__', ()), ('__iter__', ()), ('__next__', ()), ('peek', ()), ('read1', ())):
        if hasattr(f, method):
            print(method, end=' ')
            attempt(getattr(f, method), *arguments)
    print(f.closed, f.mode, f.name == name)
os.remove(name)
