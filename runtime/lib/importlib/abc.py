"""Abstract base classes of finders and loaders."""
import abc
from importlib import _bootstrap

__all__ = ['Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader',
           'FileLoader', 'SourceLoader']


class Loader(metaclass=abc.ABCMeta):
    def create_module(self, spec):
        """A module to run, or None for the usual one."""
        return None

    def load_module(self, fullname):
        if not hasattr(self, 'exec_module'):
            raise ImportError
        return _bootstrap._load(_bootstrap.spec_from_loader(fullname, self))


class MetaPathFinder(metaclass=abc.ABCMeta):
    def invalidate_caches(self):
        """Forget what is remembered of the file system."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    def invalidate_caches(self):
        """Forget what is remembered of the file system."""


class ResourceLoader(Loader):
    @abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)


class ExecutionLoader(InspectLoader):
    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError


class FileLoader(_bootstrap.FileLoader, ResourceLoader, ExecutionLoader):
    pass


class SourceLoader(_bootstrap.SourceLoader, ResourceLoader, ExecutionLoader):
    pass
