"""OS routines for Posix: files, directories, the environment, the process."""
import abc
import sys
import posix
from posix import *
from _collections_abc import MutableMapping, Mapping

import posixpath as path
sys.modules['os.path'] = path
from os.path import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

name = 'posix'
linesep = '\n'
environb = None
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1

error = OSError
_exit = posix._exit
_have_functions = []

supports_dir_fd = {stat, access, chmod, chown, link, mkdir, mkfifo, open, readlink, rename, rmdir, symlink, unlink,
                   utime}
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, listdir, scandir, stat, truncate, utime}
supports_follow_symlinks = {stat, access, chown, chmod, link, utime}
supports_bytes_environ = True

__all__ = [n for n in dir(posix) if not n.startswith('_')]
__all__ += ['altsep', 'curdir', 'pardir', 'sep', 'pathsep', 'linesep', 'defpath', 'name', 'path', 'devnull',
            'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'fsencode', 'fsdecode', 'get_exec_path', 'fdopen', 'extsep', '_exit',
            'makedirs', 'removedirs', 'renames', 'walk', 'fwalk', 'getenv', 'getenvb', 'environb',
            'supports_bytes_environ', 'P_WAIT', 'P_NOWAIT', 'P_NOWAITO']


def process_cpu_count():
    """Get the number of CPUs that the process may use."""
    return posix._affinity()


def _exists(name):
    return name in globals()


# ---- Directories ------------------------------------------------------------

def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a directory, and those it lies in where they are missing."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass                      # somebody else made it meanwhile
        if tail == (b'.' if isinstance(tail, bytes) else '.'):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Removes an empty directory, then those it lay in as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Moves a file, makes the directories it needs and removes those it leaves empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator: yields (dirpath, dirnames, filenames) for each directory of the tree."""
    sys.audit('os.walk', top, topdown, onerror, followlinks) if hasattr(sys, 'audit') else None
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, nondirs, walk_dirs = [], [], []
        try:
            with scandir(top) as entries:
                for entry in entries:
                    try:
                        is_dir = entry.is_dir()
                    except OSError:
                        is_dir = False
                    (dirs if is_dir else nondirs).append(entry.name)
                    if not topdown and is_dir and (followlinks or not entry.is_symlink()):
                        walk_dirs.append(entry.path)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        if topdown:
            yield top, dirs, nondirs
            for dirname in reversed(dirs):
                new_path = path.join(top, dirname)
                if followlinks or not path.islink(new_path):
                    stack.append(new_path)
        else:
            stack.append((top, dirs, nondirs))
            stack.extend(reversed(walk_dirs))


def fwalk(top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """walk() that also gives a descriptor of each directory, as the fourth item."""
    top = fspath(top)
    try:
        topfd = open(top, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    try:
        if not follow_symlinks and path.islink(top):
            return
        dirs, nondirs = [], []
        for name in listdir(topfd):
            try:
                mode = stat(name, dir_fd=topfd).st_mode
                (dirs if mode & 0o170000 == 0o040000 else nondirs).append(name)
            except OSError:
                nondirs.append(name)
        if topdown:
            yield top, dirs, nondirs, topfd
        for name in dirs:
            if not follow_symlinks and stat(name, dir_fd=topfd, follow_symlinks=False).st_mode & 0o170000 == 0o120000:
                continue
            for _, *rest in fwalk(path.join(top, name), topdown, onerror, follow_symlinks=follow_symlinks):
                yield _, *rest
        if not topdown:
            yield top, dirs, nondirs, topfd
    finally:
        close(topfd)


# ---- Environment ------------------------------------------------------------

class _Environ(MutableMapping):
    """Environment variables; what is set here is set for the process."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encodedkey = self.encodekey(key)
        unsetenv(encodedkey)
        try:
            del self._data[encodedkey]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        formatted = ', '.join(f'{self.decodekey(key)!r}: {self.decodevalue(value)!r}'
                              for key, value in self._data.items())
        return f'environ({{{formatted}}})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = dict(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = dict(other)
        new.update(self)
        return new


def _encode(value):
    if not isinstance(value, str):
        raise TypeError('str expected, not %s' % type(value).__name__)
    return value.encode('utf-8', 'surrogateescape')


def _decode(value):
    return value.decode('utf-8', 'surrogateescape')


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError('bytes expected, not %s' % type(value).__name__)
    return value


environ = _Environ(posix.environ, _encode, _decode, _encode, _decode)
environb = _Environ(posix.environ, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    """A variable of the environment, or the default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment, or the default, in bytes."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """Where programs are looked for: the directories of PATH, as a list."""
    if env is None:
        env = environ
    try:
        path_list = env.get('PATH')
    except TypeError:
        path_list = None
    if b'PATH' in env if not isinstance(env, _Environ) else False:
        if path_list is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        path_list = env[b'PATH']
    if path_list is None:
        path_list = defpath
    if isinstance(path_list, bytes):
        path_list = fsdecode(path_list)
    return path_list.split(pathsep)


# ---- Names of files ---------------------------------------------------------

def fsencode(filename):
    """A path as bytes; what was undecodable comes back as it was."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as str; what is undecodable becomes lone surrogates."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """Return an open file object connected to the file descriptor fd."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


class PathLike(abc.ABC):
    """Objects that stand for a path: they have __fspath__()."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in subclass.__mro__:
                if '__fspath__' in base.__dict__:
                    return NotImplemented if base.__dict__['__fspath__'] is None else True
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))
