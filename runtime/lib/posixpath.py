"""Paths of Posix systems: os.path is this module."""
import os
import sys
import genericpath
from genericpath import *

curdir, pardir, extsep, sep, pathsep = '.', '..', '.', '/', ':'
defpath, altsep, devnull = '/bin:/usr/bin', None, '/dev/null'
supports_unicode_filenames = sys.platform == 'darwin'

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname',
           'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir',
           'isfile', 'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile',
           'samestat', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath',
           'supports_unicode_filenames', 'relpath', 'commonpath', 'isjunction', 'isdevdrive']


def _get_sep(path):
    return b'/' if isinstance(path, bytes) else '/'


def normcase(s):
    """The path as it is: case matters here."""
    return os.fspath(s)


def isabs(s):
    """Does the path begin at the root?"""
    s = os.fspath(s)
    return s.startswith(_get_sep(s))


def join(a, *p):
    """Puts paths behind each other; one that begins at the root drops those before it."""
    a = os.fspath(a)
    sep = _get_sep(a)
    path = a
    try:
        for b in p:
            b = os.fspath(b)
            if b.startswith(sep) or not path:
                path = b
            elif path.endswith(sep):
                path += b
            else:
                path += sep + b
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types('join', a, *p)
        raise
    return path


def split(p):
    """The path before the last slash, and the name behind it."""
    p = os.fspath(p)
    sep = _get_sep(p)
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def splitext(p):
    """Split the extension from a pathname."""
    p = os.fspath(p)
    if isinstance(p, bytes):
        return genericpath._splitext(p, b'/', None, b'.')
    return genericpath._splitext(p, '/', None, '.')


splitext.__doc__ = genericpath._splitext.__doc__


def splitdrive(p):
    """The drive, which is always empty here, and the path."""
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    """The drive (always empty), the root (none, one or two slashes) and the rest."""
    p = os.fspath(p)
    sep = _get_sep(p)
    empty = p[:0]
    if p[:1] != sep:
        return empty, empty, p
    if p[1:2] != sep or p[2:3] == sep:
        return empty, sep, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """The name behind the last slash."""
    p = os.fspath(p)
    return p[p.rfind(_get_sep(p)) + 1:]


def dirname(p):
    """The path before the last slash."""
    return split(p)[0]


def ismount(path):
    """Is another file system mounted here?"""
    try:
        here = os.lstat(path)
    except (OSError, ValueError):
        return False
    if (here.st_mode & 0o170000) == 0o120000:
        return False
    path = os.fspath(path)
    parent = join(path, b'..' if isinstance(path, bytes) else '..')
    try:
        above = os.lstat(realpath(parent))
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def _home_of(user):
    """The home directory that the system's table of users names, or None."""
    try:
        with open('/etc/passwd', encoding='utf-8', errors='surrogateescape') as table:
            for line in table:
                fields = line.rstrip('\n').split(':')
                if len(fields) >= 6 and (fields[0] == user if isinstance(user, str) else fields[2] == str(user)):
                    return fields[5]
    except OSError:
        pass
    return None


def expanduser(path):
    """Puts the home directory in place of a leading ~ or ~user, where it is known."""
    path = os.fspath(path)
    tilde = b'~' if isinstance(path, bytes) else '~'
    if not path.startswith(tilde):
        return path
    sep = _get_sep(path)
    i = path.find(sep, 1)
    if i < 0:
        i = len(path)
    if i == 1:
        home = os.environ['HOME'] if 'HOME' in os.environ else _home_of(os.getuid())
    else:
        home = _home_of(os.fsdecode(path[1:i]))
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return home.rstrip(sep) + path[i:] or sep


def _expand(path, start, dollar, opening, closing, is_name, environ):
    """path with the variable references from `start` on replaced."""
    while True:
        i = path.find(dollar, start)
        if i < 0:
            return path
        if path[i + 1:i + 2] == opening:
            end = path.find(closing, i + 2)
            if end < 0:
                return path
            name, end = path[i + 2:end], end + 1
        else:
            end = i + 1
            while end < len(path) and is_name(path[end:end + 1]):
                end += 1
            name = path[i + 1:end]
            if not name:
                start = i + 1
                continue
        try:
            value = environ[name]
        except KeyError:
            start = end
            continue
        path, start = path[:i] + value + path[end:], i + len(value)


def expandvars(path):
    """Puts values in place of $name and ${name}; names without a value stay."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        environ = getattr(os, 'environb', None)
        return _expand(path, 0, b'$', b'{', b'}', lambda c: c.isalnum() or c == b'_', environ)
    return _expand(path, 0, '$', '{', '}', lambda c: c.isascii() and (c.isalnum() or c == '_'), os.environ)


def normpath(path):
    """The shortest spelling of a path, symbolic links aside: no double slashes, no ".", no "name/.."."""
    path = os.fspath(path)
    dot, dotdot = (b'.', b'..') if isinstance(path, bytes) else ('.', '..')
    if not path:
        return dot
    sep = _get_sep(path)
    _, root, path = splitroot(path)
    parts = []
    for part in path.split(sep):
        if not part or part == dot:
            continue
        if part != dotdot or (not root and not parts) or (parts and parts[-1] == dotdot):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + sep.join(parts) or dot


def abspath(path):
    """The path from the root on."""
    path = os.fspath(path)
    if not path.startswith(_get_sep(path)):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root on, without symbolic links."""
    filename = os.fspath(filename)
    if isinstance(filename, bytes):
        sep, dot, dotdot, here = b'/', b'.', b'..', os.getcwdb
    else:
        sep, dot, dotdot, here = '/', '.', '..', os.getcwd
    rest = filename.split(sep)[::-1]
    path = sep if filename.startswith(sep) else here()
    seen = {}
    while rest:
        name = rest.pop()
        if name is None:          # the link `rest` ends with is resolved
            seen[rest.pop()] = path
            continue
        if not name or name == dot:
            continue
        if name == dotdot:
            path = path[:path.rindex(sep)] or sep
            continue
        candidate = path + name if path == sep else path + sep + name
        try:
            if (os.lstat(candidate).st_mode & 0o170000) != 0o120000:
                path = candidate
                continue
            if candidate in seen:
                path = seen[candidate]
                if path is not None:
                    continue
                if strict:
                    os.stat(candidate)
                path = candidate
                continue
            target = os.readlink(candidate)
        except OSError:
            if strict:
                raise
            path = candidate
            continue
        if target.startswith(sep):
            path = sep
        seen[candidate] = None
        rest += [candidate, None]
        rest += target.split(sep)[::-1]
    return path


def relpath(path, start=None):
    """The path that leads there from start."""
    path = os.fspath(path)
    if not path:
        raise ValueError('no path specified')
    curdir, sep, pardir = (b'.', b'/', b'..') if isinstance(path, bytes) else ('.', '/', '..')
    start = curdir if start is None else os.fspath(start)
    try:
        start_parts = [part for part in abspath(start).split(sep) if part]
        path_parts = [part for part in abspath(path).split(sep) if part]
        common = len(commonprefix([start_parts, path_parts]))
        parts = [pardir] * (len(start_parts) - common) + path_parts[common:]
        return sep.join(parts) if parts else curdir
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types('relpath', path, start)
        raise


def commonpath(paths):
    """The longest path all of these begin with."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    sep, curdir = (b'/', b'.') if isinstance(paths[0], bytes) else ('/', '.')
    try:
        split_paths = [path.split(sep) for path in paths]
        try:
            isabs, = {p.startswith(sep) for p in paths}
        except ValueError:
            raise ValueError("Can't mix absolute and relative paths") from None
        split_paths = [[c for c in s if c and c != curdir] for s in split_paths]
        low, high = min(split_paths), max(split_paths)
        common = low
        for i, c in enumerate(low):
            if c != high[i]:
                common = low[:i]
                break
        return (sep if isabs else sep[:0]) + sep.join(common)
    except (TypeError, AttributeError):
        genericpath._check_arg_types('commonpath', *paths)
        raise
