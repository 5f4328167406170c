"""Looking for modules and making them by hand."""
import sys
from importlib import _resolve_name
from importlib._bootstrap import _find_spec, module_from_spec, spec_from_file_location, spec_from_loader

__all__ = ['MAGIC_NUMBER', 'cache_from_source', 'decode_source', 'find_spec', 'module_from_spec', 'resolve_name',
           'source_from_cache', 'spec_from_file_location', 'spec_from_loader']

MAGIC_NUMBER = (3571).to_bytes(2, 'little') + b'\r\n'


def resolve_name(name, package):
    """The absolute name."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    return _resolve_name(name[level:], package, level)


def find_spec(name, package=None):
    """The specification of a module, without importing it (but its packages); None when there is none."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None and fullname in sys.builtin_module_names:
            return _find_spec(fullname, None)
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent_name = fullname.rpartition('.')[0]
    path = None
    if parent_name:
        parent = __import__(parent_name, fromlist=['__path__'])
        try:
            path = parent.__path__
        except AttributeError as error:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} while trying to find "
                                      f"{fullname!r}", name=fullname) from error
    return _find_spec(fullname, path)


def decode_source(source_bytes):
    """The text of a source file, by its encoding cookie, with newlines made \\n."""
    import io
    import re
    encoding = 'utf-8-sig'
    for line in bytes(source_bytes).split(b'\n', 2)[:2]:
        cookie = re.match(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line)
        if cookie:
            encoding = cookie[1].decode()
            break
    return io.TextIOWrapper(io.BytesIO(source_bytes), encoding).read()


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython keeps the compiled file; viv writes none."""
    import os
    head, tail = os.path.split(os.fspath(path))
    base = tail.rpartition('.')[0] or tail
    suffix = f'.opt-{optimization}' if optimization not in (None, '') else ''
    return os.path.join(head, '__pycache__', f'{base}.cpython-313{suffix}.pyc')


def source_from_cache(path):
    """The source file that a compiled file belongs to."""
    import os
    head, name = os.path.split(os.fspath(path))
    head, folder = os.path.split(head)
    if folder != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    return os.path.join(head, name.partition('.')[0] + '.py')
