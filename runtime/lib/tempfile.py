"""Temporary files and directories that nobody else can guess or open."""
import io as _io
import os as _os

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX',
           'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']

TMP_MAX = 10000
tempdir = None
template = 'tmp'
_letters = 'abcdefghijklmnopqrstuvwxyz0123456789_'


def gettempprefix():
    """What names of temporary files begin with."""
    return template


def gettempprefixb():
    """The same, as bytes."""
    return _os.fsencode(template)


def gettempdir():
    """The directory for temporary files."""
    global tempdir
    if tempdir is None:
        candidates = [_os.getenv(name) for name in ('TMPDIR', 'TEMP', 'TMP')] + ['/tmp', '/var/tmp', '/usr/tmp', _os.getcwd()]
        for folder in candidates:
            if folder and _os.path.isdir(folder) and _os.access(folder, _os.W_OK | _os.X_OK):
                tempdir = _os.path.abspath(folder)
                break
        else:
            raise FileNotFoundError(2, 'No usable temporary directory found in %s' % candidates)
    return _os.fsdecode(tempdir)


def gettempdirb():
    """The same, as bytes."""
    return _os.fsencode(gettempdir())


def _sanitize(prefix, suffix, dir):
    kinds = {bytes if isinstance(_os.fspath(arg), bytes) else str for arg in (prefix, suffix, dir) if arg is not None}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    is_bytes = kinds == {bytes}
    if suffix is None:
        suffix = b'' if is_bytes else ''
    if prefix is None:
        prefix = gettempprefixb() if is_bytes else gettempprefix()
    if dir is None:
        dir = gettempdirb() if is_bytes else gettempdir()
    return prefix, suffix, dir, is_bytes


def _names(prefix, suffix, dir, is_bytes):
    for _ in range(TMP_MAX):
        name = ''.join(_letters[octet % len(_letters)] for octet in _os.urandom(8))
        yield _os.path.abspath(_os.path.join(dir, prefix + (name.encode() if is_bytes else name) + suffix))
    raise FileExistsError(17, 'No usable temporary file name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a temporary file that nobody else has; returns (descriptor, name)."""
    flags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW
    for name in _names(*_sanitize(prefix, suffix, dir)):
        try:
            return _os.open(name, flags, 0o600), name
        except FileExistsError:
            continue


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a temporary directory that nobody else has; returns its name."""
    for name in _names(*_sanitize(prefix, suffix, dir)):
        try:
            _os.mkdir(name, 0o700)
            return name
        except FileExistsError:
            continue


def mktemp(suffix='', prefix=template, dir=None):
    """A name that no file has yet; somebody else may be quicker to use it."""
    for name in _names(prefix, suffix, gettempdir() if dir is None else dir, False):
        if not _os.path.lexists(name):
            return name


class _TemporaryFileWrapper:
    """A file that removes its name when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self.delete = file, name, delete
        self._delete_on_close, self._removed = delete_on_close, False

    def __repr__(self):
        return f'<{type(self).__name__} {self.file!r}>'

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def _remove(self):
        if self.delete and not self._removed:
            self._removed = True
            _os.unlink(self.name)

    def close(self):
        try:
            self.file.close()
        finally:
            if self._delete_on_close:
                self._remove()

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.file.close()
        self._remove()

    def __iter__(self):
        yield from self.file

    def __del__(self):
        try:
            self.file.close()
            self._remove()
        except (OSError, AttributeError):
            pass


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A temporary file that can be found under its name."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = _io.open(fd, mode, buffering, encoding, errors, newline)
    except:
        _os.close(fd)
        _os.unlink(name)
        raise
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """Create and return a temporary file that has no name in the file system."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        _os.unlink(name)
        return _io.open(fd, mode, buffering, encoding, errors, newline)
    except:
        _os.close(fd)
        raise


class TemporaryDirectory:
    """Create and return a temporary directory, which is removed with its contents at the end."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors, self._delete = ignore_cleanup_errors, delete

    def __repr__(self):
        return '<{} {!r}>'.format(self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Removes the directory and all that is in it."""
        if self._delete and _os.path.exists(self.name):
            import shutil
            shutil.rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    def __del__(self):
        try:
            self.cleanup()
        except Exception:
            pass

    __class_getitem__ = classmethod(type(list[int]))
