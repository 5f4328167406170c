"""The loaders of files, under the name by which some programs look for them."""
from importlib._bootstrap import FileFinder, FileLoader, NamespaceLoader, PathFinder, SourceFileLoader, SourceLoader
from importlib._bootstrap import spec_from_file_location
from importlib.util import cache_from_source, decode_source, source_from_cache


class SourcelessFileLoader(FileLoader):
    """Compiled files of CPython's, which viv cannot run."""

    def create_module(self, spec):
        """The usual module."""

    def exec_module(self, module):
        raise ImportError("CPython's compiled files are not supported by viv", name=module.__name__, path=self.path)
