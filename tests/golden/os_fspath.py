# Path-like objects, and what the functions of os and open say to others.
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, Exception):
            raise self.path
        return self.path


class Derived(os.PathLike):
    def __fspath__(self):
        return 'derived'


class Undefined(os.PathLike):
    pass


class Refuses:
    __fspath__ = None


print(os.fspath('a'), os.fspath(b'a'), os.fspath(Path('x')), os.fspath(Derived()))
for wrong in (5, None, bytearray(b'a'), Path(5), Path(None), Path(RuntimeError('no')), Refuses()):
    attempt(os.fspath, wrong)
    attempt(os.stat, wrong) if wrong != 5 else None
    attempt(os.path.join, 'a', wrong)
    attempt(os.path.basename, wrong)
attempt(Undefined)
attempt(os.stat, Path('nope'))
attempt(open, Path('/nope/x'))
attempt(open, Path(5))
attempt(os.listdir, Path('/nope'))
print(isinstance(Path('a'), os.PathLike), issubclass(Path, os.PathLike), issubclass(str, os.PathLike), isinstance(Refuses(), os.PathLike), isinstance(5, os.PathLike))
print(os.path.exists(Path('/tmp')), os.path.isdir(Path(b'/tmp')), os.path.split(Path('/a/b')), os.path.join(Path('a'), Path('b')), os.path.splitext(Path('a.b')))
print(os.fsencode('h\xe9'), ascii(os.fsdecode(b'\xff')), os.fsencode('\udcff'), os.fsencode(Path('x')), os.fsdecode(Path(b'x')))
attempt(os.fsencode, 5)
attempt(os.fsdecode, 5)
print(os.PathLike[str], os.PathLike.__abstractmethods__)
