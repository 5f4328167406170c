"""The finders, loaders and suffixes of importing."""
from importlib._bootstrap import (BuiltinImporter, FileFinder, FrozenImporter, ModuleSpec, NamespaceLoader, PathFinder,
                                  SourceFileLoader)

__all__ = ['BYTECODE_SUFFIXES', 'BuiltinImporter', 'EXTENSION_SUFFIXES', 'FileFinder', 'FrozenImporter', 'ModuleSpec',
           'NamespaceLoader', 'PathFinder', 'SOURCE_SUFFIXES', 'SourceFileLoader', 'all_suffixes']

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The suffixes of files that may be modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
