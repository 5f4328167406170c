"""Lines of source files, kept after they were read once: for tracebacks and warnings."""

import sys
import _traceback

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# File name → (size, time of change or None, lines, full name), or (function giving the source,) while nobody asked.
cache = {}


def clearcache():
    """Forget everything."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """One line with its newline; '' where there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """All lines of a file; [] when it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def _change(fullname):
    """Size and time of change of a file, or None: it is not there (or nothing can be known about files)."""
    try:
        import os
    except ImportError:
        return 0, None
    try:
        status = os.stat(fullname)
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime


def checkcache(filename=None):
    """Forget files that have changed since they were read."""
    for name in list(cache) if filename is None else [filename] if filename in cache else []:
        entry = cache[name]
        if len(entry) == 1 or entry[1] is None:
            continue
        if _change(entry[3]) != entry[:2]:
            cache.pop(name, None)


def _encoding_of(data):
    """What a BOM or a coding comment in the first two lines says."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    for line in data.split(b"\n", 2)[:2]:
        text = line.strip()
        if text and not text.startswith(b"#"):
            break
        at = text.find(b"coding")
        if at >= 0 and text[at + 6:at + 7] in (b":", b"="):
            name = text[at + 7:].strip().split()
            if name:
                return name[0].decode("ascii", "replace")
    return "utf-8"


def _read(fullname):
    with open(fullname, "rb") as file:
        data = file.read()
    encoding = _encoding_of(data)
    if encoding == "utf-8-sig":
        data, encoding = data[3:], "utf-8"
    text = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    return len(data), text.splitlines(True) if "\f" not in text and "\v" not in text else _split(text)


def _split(text):
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _candidates(filename):
    yield filename
    if not filename.startswith("/"):
        for folder in sys.path:
            if isinstance(folder, str):
                yield folder.rstrip("/") + "/" + filename if folder else filename


def updatecache(filename, module_globals=None):
    """Read a file (again) and give its lines; [] when that fails."""
    cache.pop(filename, None)
    if not filename:
        return []
    text = _traceback.source(filename)
    if text is not None:
        cache[filename] = len(text), None, [line + "\n" for line in text.splitlines()], filename
        return cache[filename][2]
    if filename.startswith("<") and filename.endswith(">"):
        return []
    for fullname in _candidates(filename):
        try:
            size, lines = _read(fullname)
        except (OSError, ValueError, LookupError, SyntaxError):
            if fullname is filename and lazycache(filename, module_globals):
                source = _load(filename)
                if source is not None:
                    return source
            continue
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        change = _change(fullname) or (size, None)
        cache[filename] = change[0] or size, change[1], lines, fullname
        return lines
    return []


def _load(filename):
    """What the loader of a lazy entry gives, or None."""
    try:
        source = cache[filename][0]()
    except (ImportError, OSError):
        source = None
    cache.pop(filename, None)
    if source is None:
        return None
    lines = [line + "\n" for line in source.splitlines()]
    cache[filename] = len(source), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Remember that a module's loader can give its source; True if it can."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename.startswith("<") and filename.endswith(">")):
        return False
    if not module_globals or "__name__" not in module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals["__name__"]
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name)),
    return True


def _register_code(name, string, unused=None):
    cache[name] = len(string), None, [line + "\n" for line in string.splitlines()], name
