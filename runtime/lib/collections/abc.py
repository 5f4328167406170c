"""Abstract base classes of containers: see _collections_abc, which does not need the rest of collections."""
from _collections_abc import *
from _collections_abc import __all__, _CallableGenericAlias
