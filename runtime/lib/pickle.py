"""Objects as bytes and back: protocols 0 to 5.  This file writes; _pickle_load reads and is loaded when needed.

A pickle is a program for a stack machine.  The memo numbers objects that were written, so that further references to
them are short and cycles end.
"""
import sys
from copyreg import _extension_registry, dispatch_table
from struct import pack

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads',
           'DEFAULT_PROTOCOL', 'HIGHEST_PROTOCOL']

format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)


class PickleError(Exception):
    """Base of the exceptions of this module."""


class PicklingError(PickleError):
    """An object cannot be pickled."""


class UnpicklingError(PickleError):
    """Bytes are no pickle, or a damaged one."""


_OPCODES = {
    'MARK': b'(', 'STOP': b'.', 'POP': b'0', 'POP_MARK': b'1', 'DUP': b'2', 'FLOAT': b'F', 'INT': b'I', 'BININT': b'J',
    'BININT1': b'K', 'LONG': b'L', 'BININT2': b'M', 'NONE': b'N', 'PERSID': b'P', 'BINPERSID': b'Q', 'REDUCE': b'R',
    'STRING': b'S', 'BINSTRING': b'T', 'SHORT_BINSTRING': b'U', 'UNICODE': b'V', 'BINUNICODE': b'X', 'APPEND': b'a',
    'BUILD': b'b', 'GLOBAL': b'c', 'DICT': b'd', 'EMPTY_DICT': b'}', 'APPENDS': b'e', 'GET': b'g', 'BINGET': b'h',
    'INST': b'i', 'LONG_BINGET': b'j', 'LIST': b'l', 'EMPTY_LIST': b']', 'OBJ': b'o', 'PUT': b'p', 'BINPUT': b'q',
    'LONG_BINPUT': b'r', 'SETITEM': b's', 'TUPLE': b't', 'EMPTY_TUPLE': b')', 'SETITEMS': b'u', 'BINFLOAT': b'G',
    'PROTO': b'\x80', 'NEWOBJ': b'\x81', 'EXT1': b'\x82', 'EXT2': b'\x83', 'EXT4': b'\x84', 'TUPLE1': b'\x85',
    'TUPLE2': b'\x86', 'TUPLE3': b'\x87', 'NEWTRUE': b'\x88', 'NEWFALSE': b'\x89', 'LONG1': b'\x8a', 'LONG4': b'\x8b',
    'BINBYTES': b'B', 'SHORT_BINBYTES': b'C', 'SHORT_BINUNICODE': b'\x8c', 'BINUNICODE8': b'\x8d',
    'BINBYTES8': b'\x8e', 'EMPTY_SET': b'\x8f', 'ADDITEMS': b'\x90', 'FROZENSET': b'\x91', 'NEWOBJ_EX': b'\x92',
    'STACK_GLOBAL': b'\x93', 'MEMOIZE': b'\x94', 'FRAME': b'\x95', 'BYTEARRAY8': b'\x96', 'NEXT_BUFFER': b'\x97',
    'READONLY_BUFFER': b'\x98',
}
globals().update(_OPCODES)
__all__.extend(_OPCODES)

_missing = object()
_FRAME_MINIMUM, _FRAME_TARGET, _BATCH = 4, 64 * 1024, 1000

# What Python 2 called these (protocols below 3 say so).
_OLD_MODULES = {'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', 'configparser': 'ConfigParser',
                'reprlib': 'repr', '_thread': 'thread', 'itertools': 'itertools'}
_OLD_NAMES = {('codecs', 'encode'): ('_codecs', 'encode'), ('builtins', 'range'): ('__builtin__', 'xrange'),
              ('builtins', 'str'): ('__builtin__', 'unicode'),
              ('builtins', 'int'): ('__builtin__', 'long'), ('builtins', 'chr'): ('__builtin__', 'unichr'),
              ('builtins', 'zip'): ('itertools', 'izip'), ('builtins', 'map'): ('itertools', 'imap'),
              ('builtins', 'filter'): ('itertools', 'ifilter'), ('functools', 'reduce'): ('__builtin__', 'reduce'),
              ('sys', 'intern'): ('__builtin__', 'intern'), ('collections', 'UserDict'): ('UserDict', 'UserDict'),
              ('collections', 'UserList'): ('UserList', 'UserList'),
              ('collections', 'UserString'): ('UserString', 'UserString'),
              ('builtins', 'OSError'): ('exceptions', 'OSError'),
              ('builtins', 'ModuleNotFoundError'): ('exceptions', 'ImportError')}


def _old_name(module, name):
    if (module, name) in _OLD_NAMES:
        return _OLD_NAMES[module, name]
    if module == 'builtins':
        found = getattr(sys.modules['builtins'], name, None)
        if isinstance(found, type) and issubclass(found, BaseException):
            return 'exceptions', name
    return _OLD_MODULES.get(module, module), name


def whichmodule(obj, name):
    """The name of the module that an object is found in."""
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    for module_name, module in list(sys.modules.items()):
        if module_name in ('__main__', '__mp_main__') or module is None:
            continue
        try:
            if _getattribute(module, name.split('.')) is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


def _getattribute(obj, path):
    for part in path:
        obj = getattr(obj, part)
    return obj


def encode_long(x):
    """The fewest bytes of an int in two's complement, the lowest first."""
    if x == 0:
        return b''
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, 'little', signed=True)
    if x < 0 and size > 1 and data[-1] == 0xff and data[-2] & 0x80:
        data = data[:-1]
    return data


class _Writer:
    """Output of a Pickler; from protocol 4 on it is put in frames, so that readers can fetch more at a time."""

    def __init__(self, write):
        self.write_through = write
        self.parts = None  # not framing
        self.size = 0

    def start(self):
        self.parts = []

    def write(self, data):
        if self.parts is None:
            self.write_through(data)
        else:
            self.parts.append(data)
            self.size += len(data)

    def flush(self, force=False):
        if self.parts and (force or self.size >= _FRAME_TARGET):
            data = b''.join(self.parts)
            if len(data) >= _FRAME_MINIMUM:
                self.write_through(FRAME + pack('<Q', len(data)))
            self.write_through(data)
            self.parts = []
            self.size = 0

    def write_large(self, header, payload):
        """Past the frames: large data are not copied."""
        if self.parts is None:
            self.write_through(header)
            self.write_through(payload)
            return
        self.flush(force=True)
        self.write_through(header)
        self.write_through(payload)

    def end(self):
        self.flush(force=True)
        self.parts = None


class Pickler:
    """Writes pickles to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        if buffer_callback is not None and protocol < 5:
            raise ValueError('buffer_callback needs protocol >= 5')
        try:
            write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._writer = _Writer(write)
        self.write = self._writer.write
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        """Forget what was written."""
        self.memo.clear()

    def dump(self, obj):
        """Write an object."""
        if not hasattr(self, '_writer'):
            raise PicklingError(f'Pickler.__init__() was not called by {type(self).__name__}.__init__()')
        if self.proto >= 2:
            self.write(PROTO + bytes([self.proto]))
        if self.proto >= 4:
            self._writer.start()
        self.save(obj)
        self.write(STOP)
        self._writer.end()

    def persistent_id(self, obj):
        """For overriding: something that stands for the object, or None."""
        return None

    # ---- The memo

    def memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        self.memo[id(obj)] = index, obj
        if self.proto >= 4:
            self.write(MEMOIZE)
        elif not self.bin:
            self.write(PUT + str(index).encode() + b'\n')
        elif index < 256:
            self.write(BINPUT + bytes([index]))
        else:
            self.write(LONG_BINPUT + pack('<I', index))

    def get(self, index):
        if not self.bin:
            return GET + str(index).encode() + b'\n'
        return BINGET + bytes([index]) if index < 256 else LONG_BINGET + pack('<I', index)

    # ---- Any object

    def save(self, obj):
        self._writer.flush()
        pid = self.persistent_id(obj)
        if pid is not None:
            self._save_persistent(pid)
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(self.get(known[0]))
            return
        override = getattr(self, 'reducer_override', None)
        parts = NotImplemented if override is None else override(obj)
        if parts is NotImplemented:
            cls = type(obj)
            function = self._dispatch.get(cls)
            if function is not None:
                function(self, obj)
                return
            reduce = getattr(self, 'dispatch_table', dispatch_table).get(cls, _missing)
            if reduce is not _missing:
                parts = reduce(obj)
            elif issubclass(cls, type):
                self.save_global(obj)
                return
            else:
                parts = obj.__reduce_ex__(self.proto)
        if isinstance(parts, str):
            self.save_global(obj, parts)
            return
        if not isinstance(parts, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(parts) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        self.save_reduce(*parts, obj=obj)

    def _save_persistent(self, pid):
        if self.bin:
            self.save_without_id(pid)
            self.write(BINPERSID)
            return
        try:
            self.write(PERSID + str(pid).encode('ascii') + b'\n')
        except UnicodeEncodeError:
            raise PicklingError('persistent IDs in protocol 0 must be ASCII strings') from None

    def save_without_id(self, obj):
        own, self.persistent_id = self.persistent_id, lambda obj: None
        try:
            self.save(obj)
        finally:
            self.persistent_id = own

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not callable(func):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        name = getattr(func, '__name__', '')
        if self.proto >= 2 and name == '__newobj_ex__':
            self._save_newobj_ex(obj, *args)
        elif self.proto >= 2 and name == '__newobj__':
            self._save_newobj(obj, *args)
        else:
            self.save(func)
            self.save(args)
            self.write(REDUCE)
        if obj is not None:
            # The arguments may have led back to the object.
            known = self.memo.get(id(obj))
            if known is not None:
                self.write(POP + self.get(known[0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._save_items(listitems)
        if dictitems is not None:
            self._save_pairs(dictitems)
        if state is not None:
            if state_setter is None:
                self.save(state)
                self.write(BUILD)
            else:
                self.save(state_setter)
                self.save(obj)
                self.save(state)
                self.write(TUPLE2 + REDUCE + POP)

    def _save_newobj_ex(self, obj, cls, args, kwargs):
        if not hasattr(cls, '__new__'):
            raise PicklingError('args[0] from __newobj_ex__ args has no __new__')
        if obj is not None and cls is not obj.__class__:
            raise PicklingError('args[0] from __newobj_ex__ args has the wrong class')
        if self.proto >= 4:
            self.save(cls)
            self.save(args)
            self.save(kwargs)
            self.write(NEWOBJ_EX)
        else:
            from functools import partial
            self.save(partial(cls.__new__, cls, *args, **kwargs))
            self.save(())
            self.write(REDUCE)

    def _save_newobj(self, obj, cls, *args):
        if not hasattr(cls, '__new__'):
            raise PicklingError('args[0] from __newobj__ args has no __new__')
        if obj is not None and cls is not obj.__class__:
            raise PicklingError('args[0] from __newobj__ args has the wrong class')
        self.save(cls)
        self.save(args)
        self.write(NEWOBJ)

    # ---- Numbers and constants

    def save_none(self, obj):
        self.write(NONE)

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(b'I01\n' if obj else b'I00\n')

    def save_int(self, obj):
        small = -0x80000000 <= obj <= 0x7fffffff
        if not self.bin or not small and self.proto < 2:
            letter, end = (b'I', b'\n') if small else (b'L', b'L\n')
            self.write(letter + str(obj).encode() + end)
        elif small:
            if 0 <= obj <= 0xff:
                self.write(BININT1 + bytes([obj]))
            elif 0 <= obj <= 0xffff:
                self.write(BININT2 + pack('<H', obj))
            else:
                self.write(BININT + pack('<i', obj))
        else:
            data = encode_long(obj)
            if len(data) < 256:
                self.write(LONG1 + bytes([len(data)]) + data)
            else:
                self.write(LONG4 + pack('<i', len(data)) + data)

    def save_float(self, obj):
        self.write(BINFLOAT + pack('>d', obj) if self.bin else FLOAT + repr(obj).encode('ascii') + b'\n')

    # ---- Text and bytes

    def _save_data(self, data, short, normal, long):
        """Opcodes for lengths of one, four and eight bytes; short and long may be None."""
        size = len(data)
        if size <= 0xff and short is not None:
            self.write(short + bytes([size]) + data)
        elif size > 0xffffffff and long is not None:
            self._writer.write_large(long + pack('<Q', size), data)
        elif size >= _FRAME_TARGET:
            self._writer.write_large(normal + pack('<I', size), data)
        else:
            self.write(normal + pack('<I', size) + data)

    def save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self.save_reduce(bytes, (), obj=obj)
            else:
                from codecs import encode
                self.save_reduce(encode, (str(obj, 'latin1'), 'latin1'), obj=obj)
            return
        self._save_data(obj, SHORT_BINBYTES, BINBYTES, BINBYTES8 if self.proto >= 4 else None)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        if len(obj) >= _FRAME_TARGET:
            self._writer.write_large(BYTEARRAY8 + pack('<Q', len(obj)), obj)
        else:
            self.write(BYTEARRAY8 + pack('<Q', len(obj)) + obj)
        self.memoize(obj)

    def save_str(self, obj):
        if self.bin:
            newer = self.proto >= 4
            self._save_data(obj.encode('utf-8', 'surrogatepass'), SHORT_BINUNICODE if newer else None, BINUNICODE,
                            BINUNICODE8 if newer else None)
        else:
            text = obj
            for character in '\\\0\n\r\x1a':
                text = text.replace(character, f'\\u{ord(character):04x}')
            self.write(UNICODE + text.encode('raw-unicode-escape') + b'\n')
        self.memoize(obj)

    # ---- Containers

    def save_tuple(self, obj):
        size = len(obj)
        if not obj:
            self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        short = size <= 3 and self.proto >= 2
        if not short:
            self.write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:  # it was written as part of one of its items
            if short:
                drop = POP * size
            else:
                drop = POP_MARK if self.bin else POP * (size + 1)
            self.write(drop + self.get(known[0]))
            return
        self.write((TUPLE1, TUPLE2, TUPLE3)[size - 1] if short else TUPLE)
        self.memoize(obj)

    def save_list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self._save_items(obj)

    def _save_items(self, items):
        if not self.bin:
            for item in items:
                self.save(item)
                self.write(APPEND)
            return
        for batch in _batches(items):
            if len(batch) > 1:
                self.write(MARK)
            for item in batch:
                self.save(item)
            self.write(APPENDS if len(batch) > 1 else APPEND)

    def save_dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self._save_pairs(obj.items())

    def _save_pairs(self, pairs):
        if not self.bin:
            for key, value in pairs:
                self.save(key)
                self.save(value)
                self.write(SETITEM)
            return
        for batch in _batches(pairs):
            if len(batch) > 1:
                self.write(MARK)
            for key, value in batch:
                self.save(key)
                self.save(value)
            self.write(SETITEMS if len(batch) > 1 else SETITEM)

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(EMPTY_SET)
        self.memoize(obj)
        for batch in _batches(obj):
            self.write(MARK)
            for item in batch:
                self.save(item)
            self.write(ADDITEMS)

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(POP_MARK + self.get(known[0]))
            return
        self.write(FROZENSET)
        self.memoize(obj)

    # ---- Classes and functions: by name

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None) or obj.__name__
        module_name = whichmodule(obj, name)
        path = name.split('.')
        if '<locals>' in path:
            raise AttributeError(f"Can't get local object {name!r}")
        try:
            __import__(module_name)
            module = sys.modules[module_name]
        except (ImportError, ValueError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        try:
            found = _getattribute(module, path)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if self.proto >= 2 and self._save_extension(module_name, name):
            return
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(STACK_GLOBAL)
        elif len(path) > 1:
            for _ in path[1:]:
                self.save(getattr)
                if self.proto < 2:
                    self.write(MARK)
            self._write_global(module_name, path[0])
            for part in path[1:]:
                self.save(part)
                self.write((TUPLE2 if self.proto >= 2 else TUPLE) + REDUCE)
        else:
            self._write_global(module_name, name)
        self.memoize(obj)

    def _save_extension(self, module_name, name):
        code = _extension_registry.get((module_name, name))
        if not code:
            return False
        if code <= 0xff:
            self.write(EXT1 + bytes([code]))
        elif code <= 0xffff:
            self.write(EXT2 + pack('<H', code))
        else:
            self.write(EXT4 + pack('<i', code))
        return True

    def _write_global(self, module_name, name):
        if self.fix_imports:
            module_name, name = _old_name(module_name, name)
        coding = 'utf-8' if self.proto >= 3 else 'ascii'
        try:
            self.write(GLOBAL + module_name.encode(coding) + b'\n' + name.encode(coding) + b'\n')
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol "
                                f'{self.proto}') from None

    def save_type(self, obj):
        for single in (None, NotImplemented, ...):
            if obj is type(single):
                self.save_reduce(type, (single,), obj=obj)
                return
        self.save_global(obj)

    _dispatch = {type(None): save_none, bool: save_bool, int: save_int, float: save_float, bytes: save_bytes,
                 bytearray: save_bytearray, str: save_str, tuple: save_tuple, list: save_list, dict: save_dict,
                 set: save_set, frozenset: save_frozenset, type: save_type, type(encode_long): save_global}
    dispatch = _dispatch


def _batches(items):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


_Pickler = Pickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write an object to a file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


class _Collector:
    def __init__(self):
        self.parts = []
        self.write = self.parts.append


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object, as bytes."""
    collected = _Collector()
    Pickler(collected, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return b''.join(collected.parts)


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The object of the next pickle in a file."""
    from _pickle_load import Unpickler
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The object of a pickle."""
    from _pickle_load import Unpickler, _Bytes
    return Unpickler(_Bytes(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


_dump, _dumps, _load, _loads = dump, dumps, load, loads


def __getattr__(name):
    if name in ('Unpickler', '_Unpickler', 'decode_long'):
        import _pickle_load
        globals()[name] = found = getattr(_pickle_load, name.removeprefix('_'))
        return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
