"""Path operations common to more than one OS; os.path is the place to find them."""
import os
import stat

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdevdrive', 'isdir', 'isfile',
           'isjunction', 'islink', 'lexists', 'samefile', 'sameopenfile', 'samestat']


def exists(path):
    """Is there anything under this name? A symbolic link counts for what it leads to."""
    try:
        os.stat(path)
    except (OSError, ValueError):
        return False
    return True


def lexists(path):
    """Is there anything under this name, be it a symbolic link that leads nowhere?"""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _mode(path, ask=os.stat):
    try:
        return ask(path).st_mode
    except (OSError, ValueError):
        return 0


def isfile(path):
    """Is there an ordinary file under this name?"""
    return stat.S_ISREG(_mode(path))


def isdir(s):
    """Is there a directory under this name?"""
    return stat.S_ISDIR(_mode(s))


def islink(path):
    """Is there a symbolic link under this name?"""
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


def isjunction(path):
    """Junctions are only on Windows: no."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """Dev Drives are only on Windows: no."""
    os.fspath(path)
    return False


def getsize(filename):
    """How many bytes the file has."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When the content last changed, in seconds."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When it was last read, in seconds."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When content or inode last changed, in seconds."""
    return os.stat(filename).st_ctime


def commonprefix(m):
    """What all of these begin with, character by character."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def samestat(s1, s2):
    """Do both results of stat() speak of one file?"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Do both names lead to one file?"""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Do both descriptors have one file open?"""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def _splitext(p, sep, altsep, extsep):
    """The last dot of the last component begins the extension, unless only dots stand before it."""
    start = p.rfind(sep) + 1
    dot = p.rfind(extsep)
    if dot >= start and p[start:dot].strip(extsep):
        return p[:dot], p[dot:]
    return p, p[:0]


def _check_arg_types(funcname, *args):
    """Raises the TypeError that says what is wrong with these path components."""
    hasstr = hasbytes = False
    for s in args:
        if isinstance(s, str):
            hasstr = True
        elif isinstance(s, bytes):
            hasbytes = True
        else:
            raise TypeError(f'{funcname}() argument must be str, bytes, or os.PathLike object, '
                            f'not {s.__class__.__name__!r}') from None
    if hasstr and hasbytes:
        raise TypeError("Can't mix strings and bytes in path components") from None
