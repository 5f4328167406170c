"""Specifications of modules, the loaders of what the machine finds itself, and finders that programs add."""
import sys
import _imp

__all__ = []


class ModuleSpec:
    """What is known of a module before it is loaded."""

    __module__ = 'importlib.machinery'

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._set_fileattr = False
        self._cached = None
        self._initializing = False

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(parts)})'

    def __eq__(self, other):
        try:
            return all(getattr(self, name) == getattr(other, name)
                       for name in ('name', 'loader', 'origin', 'submodule_search_locations', 'cached',
                                    'has_location'))
        except AttributeError:
            return NotImplemented

    __hash__ = None

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        """The name of the module's package."""
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A specification from what the loader says."""
    if origin is None and hasattr(loader, 'get_filename'):
        return spec_from_file_location(name, loader.get_filename(name), loader=loader)
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


_POPULATE = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_POPULATE):
    """A specification of the module in a source file."""
    if location is None:
        location = loader.get_filename(name) if hasattr(loader, 'get_filename') else '<unknown>'
    else:
        import os
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is _POPULATE:
        is_package = False
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                pass
        if is_package:
            spec.submodule_search_locations = [location.rpartition('/')[0]]
    else:
        spec.submodule_search_locations = submodule_search_locations
    return spec


def _init_module_attrs(spec, module):
    module.__name__ = spec.name
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin


def module_from_spec(spec):
    """A module that is not loaded yet."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = type(sys)(spec.name)
    _init_module_attrs(spec, module)
    return module


def _load(spec):
    """The module, made, entered into sys.modules and run."""
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        raise ImportError(f'loader of {spec.name!r} has no exec_module()', name=spec.name)
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if spec.loader is None:
                if spec.submodule_search_locations is None:
                    raise ImportError('missing loader', name=spec.name)
            else:
                spec.loader.exec_module(module)
        except:
            sys.modules.pop(spec.name, None)
            raise
        # The module may have replaced itself; it stands at the end of sys.modules from now on.
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    finally:
        spec._initializing = False
    return module


def _find_by_finders(name, path, target=None):
    for finder in list(sys.meta_path):
        find_spec = getattr(finder, 'find_spec', None)
        if find_spec is not None:
            spec = find_spec(name, path, target)
            if spec is not None:
                return spec


def _load_by_finders(name, path):
    """What the machine calls while sys.meta_path is not empty; None: no finder knows the module."""
    spec = _find_by_finders(name, path)
    return None if spec is None else _load(spec)


def _find_spec(name, path, target=None):
    """The specification of a module, or None."""
    spec = _find_by_finders(name, path, target)
    if spec is not None:
        return spec
    found = _imp.find_module(name, path)
    if found is None:
        return None
    kind, file, locations, is_package = found
    if kind == 'built-in':
        return ModuleSpec(name, BuiltinImporter, origin='built-in')
    if kind == 'frozen':
        return ModuleSpec(name, FrozenImporter, origin='frozen', is_package=is_package)
    if kind == 'namespace':
        spec = ModuleSpec(name, NamespaceLoader(name, locations), is_package=True)
        spec.submodule_search_locations = locations
        return spec
    return spec_from_file_location(name, file, submodule_search_locations=locations)


class _OwnImporter:
    """Finder and loader of modules that the machine has inside."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        spec = None if path is not None else _find_spec(fullname, None)
        return spec if spec is not None and spec.loader is cls else None

    @staticmethod
    def create_module(spec):
        """The module that an import gives."""
        return __import__(spec.name, fromlist=['*'])

    @staticmethod
    def exec_module(module):
        """It ran when it was made."""

    @staticmethod
    def get_code(fullname):
        return None

    @staticmethod
    def get_source(fullname):
        return None


class BuiltinImporter(_OwnImporter):
    """Modules in C."""

    @classmethod
    def is_package(cls, fullname):
        return False


class FrozenImporter(_OwnImporter):
    """The library's modules in Python, which lie in the program."""

    @classmethod
    def is_package(cls, fullname):
        found = _imp.find_module(fullname)
        return bool(found and found[3])


class NamespaceLoader:
    """Packages without code."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def create_module(self, spec):
        """The usual module."""

    def exec_module(self, module):
        """There is nothing to run."""


class SourceLoader:
    """Runs source that get_data() reads."""

    def is_package(self, fullname):
        file = self.get_filename(fullname).rpartition('/')[2]
        return file.rsplit('.', 1)[0] == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def create_module(self, spec):
        """The usual module."""

    def path_stats(self, path):
        raise OSError

    def get_source(self, fullname):
        from importlib.util import decode_source
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as error:
            raise ImportError('source not available through get_data()', name=fullname) from error
        return decode_source(data)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, 'exec', dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname):
        spec = spec_from_loader(fullname, self)
        return _load(spec)


class FileLoader:
    """A loader of one file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        if name is not None and name != self.name:
            raise ImportError(f'loader for {self.name} cannot handle {name}', name=name)
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()


class SourceFileLoader(FileLoader, SourceLoader):
    """The loader of a .py file."""

    __module__ = 'importlib.machinery'

    def path_stats(self, path):
        import os
        status = os.stat(path)
        return {'mtime': status.st_mtime, 'size': status.st_size}


class PathFinder:
    """Modules on sys.path or a package's __path__."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        found = _imp.find_module(fullname, sys.path if path is None else path)
        if found is None or found[0] in ('built-in', 'frozen'):
            return None
        return _find_spec(fullname, path, target)

    @staticmethod
    def invalidate_caches():
        """There are none."""


class FileFinder:
    """Modules in one folder."""

    def __init__(self, path, *loader_details):
        self.path = path or '.'

    def find_spec(self, fullname, target=None):
        found = _imp.find_module(fullname, [self.path])
        if found is None or found[0] in ('built-in', 'frozen'):
            return None
        return _find_spec(fullname, [self.path], target)

    def invalidate_caches(self):
        """There are none."""

    def __repr__(self):
        return f'FileFinder({self.path!r})'
