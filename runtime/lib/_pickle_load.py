"""The part of pickle that reads: a stack machine whose program is the pickle."""
import sys
from copyreg import _extension_cache, _inverted_registry
from pickle import HIGHEST_PROTOCOL, UnpicklingError, _OLD_MODULES, _OLD_NAMES, _OPCODES
from struct import unpack

__name__ = 'pickle'

_NEW_MODULES = {old: new for new, old in _OLD_MODULES.items()}
_NEW_MODULES['exceptions'] = 'builtins'
_NEW_NAMES = {old: new for new, old in _OLD_NAMES.items() if old[0] != 'exceptions'}
_missing = object()


def decode_long(data):
    """What pickle.encode_long wrote."""
    return int.from_bytes(data, byteorder='little', signed=True)


class _Bytes:
    """A file over bytes."""

    def __init__(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            try:
                data = memoryview(data)
            except TypeError:
                raise TypeError(f'a bytes-like object is required, not {type(data).__name__!r}') from None
        self.data = data if isinstance(data, bytes) else bytes(data)
        self.position = 0

    def read(self, size):
        start = self.position
        self.position = start + size
        return self.data[start:start + size]

    def readline(self):
        start = self.position
        end = self.data.find(b'\n', start) + 1
        self.position = end or len(self.data)
        return self.data[start:self.position]


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


class Unpickler:
    """Reads pickles from a file."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        try:
            self._read_file, self._readline_file = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}
        self.encoding, self.errors = encoding, errors
        self.proto = 0
        self.fix_imports = fix_imports

    def load(self):
        """The object of the next pickle."""
        if not hasattr(self, '_read_file'):
            raise UnpicklingError(f'Unpickler.__init__() was not called by {type(self).__name__}.__init__()')
        self.metastack, self.stack = [], []
        self.proto = 0
        try:
            while True:
                key = self._read_file(1)
                if not key:
                    raise EOFError('Ran out of input')
                function = _LOADERS.get(key[0])
                if function is None:
                    raise UnpicklingError(f"invalid load key, {_shown(key)}.")
                function(self)
        except _Stop as stop:
            return stop.value
        except IndexError as error:
            if error.args and 'from empty list' in error.args[0]:
                raise UnpicklingError('unpickling stack underflow') from None
            raise

    def read(self, size):
        data = self._read_file(size)
        if len(data) < size:
            raise UnpicklingError('pickle data was truncated')
        return data

    def readline(self):
        line = self._readline_file()
        if line[-1:] != b'\n':
            raise UnpicklingError('pickle data was truncated')
        return line[:-1]

    def persistent_load(self, pid):
        """For overriding: the object that an id stands for."""
        raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was '
                              'specified.')

    def find_class(self, module, name):
        """For overriding: the class or function of that name."""
        if self.proto < 3 and self.fix_imports:
            if (module, name) in _NEW_NAMES:
                module, name = _NEW_NAMES[module, name]
            elif module in _NEW_MODULES:
                module = _NEW_MODULES[module]
        __import__(module)
        found = sys.modules[module]
        for part in name.split('.') if self.proto >= 4 else (name,):
            if part == '<locals>':
                raise AttributeError(f"Can't get local attribute {name!r} on {found!r}")
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None
        return found

    def _pop_mark(self):
        items = self.stack
        if not self.metastack:
            raise UnpicklingError('could not find MARK')
        self.stack = self.metastack.pop()
        return items

    def _text(self, data):
        return data if self.encoding == 'bytes' else data.decode(self.encoding, self.errors)

    # ---- Numbers and constants

    def load_proto(self):
        proto = self.read(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f'unsupported pickle protocol: {proto}')
        self.proto = proto

    def load_frame(self):
        size, = unpack('<Q', self.read(8))
        if size > sys.maxsize:
            raise ValueError(f'frame size > sys.maxsize: {size}')

    def load_none(self):
        self.stack.append(None)

    def load_newfalse(self):
        self.stack.append(False)

    def load_newtrue(self):
        self.stack.append(True)

    def load_int(self):
        data = self.readline()
        if data in (b'00', b'01'):
            self.stack.append(data == b'01')
        else:
            self.stack.append(int(data, 0))

    def load_binint(self):
        self.stack.append(unpack('<i', self.read(4))[0])

    def load_binint1(self):
        self.stack.append(self.read(1)[0])

    def load_binint2(self):
        self.stack.append(unpack('<H', self.read(2))[0])

    def load_long(self):
        self.stack.append(int(self.readline().removesuffix(b'L'), 0))

    def load_long1(self):
        self.stack.append(decode_long(self.read(self.read(1)[0])))

    def load_long4(self):
        size, = unpack('<i', self.read(4))
        if size < 0:
            raise UnpicklingError('LONG pickle has negative byte count')
        self.stack.append(decode_long(self.read(size)))

    def load_float(self):
        self.stack.append(float(self.readline()))

    def load_binfloat(self):
        self.stack.append(unpack('>d', self.read(8))[0])

    # ---- Text and bytes

    def load_string(self):
        data = self.readline()
        if not (len(data) >= 2 and data[0] == data[-1] and data[:1] in (b'"', b"'")):
            raise UnpicklingError('the STRING opcode argument must be quoted')
        import codecs
        self.stack.append(self._text(codecs.escape_decode(data[1:-1])[0]))

    def load_binstring(self):
        size, = unpack('<i', self.read(4))
        if size < 0:
            raise UnpicklingError('BINSTRING pickle has negative byte count')
        self.stack.append(self._text(self.read(size)))

    def load_short_binstring(self):
        self.stack.append(self._text(self.read(self.read(1)[0])))

    def load_unicode(self):
        self.stack.append(str(self.readline(), 'raw-unicode-escape'))

    def load_binunicode(self):
        self.stack.append(str(self.read(unpack('<I', self.read(4))[0]), 'utf-8', 'surrogatepass'))

    def load_short_binunicode(self):
        self.stack.append(str(self.read(self.read(1)[0]), 'utf-8', 'surrogatepass'))

    def load_binunicode8(self):
        self.stack.append(str(self.read(unpack('<Q', self.read(8))[0]), 'utf-8', 'surrogatepass'))

    def load_binbytes(self):
        self.stack.append(self.read(unpack('<I', self.read(4))[0]))

    def load_short_binbytes(self):
        self.stack.append(self.read(self.read(1)[0]))

    def load_binbytes8(self):
        self.stack.append(self.read(unpack('<Q', self.read(8))[0]))

    def load_bytearray8(self):
        self.stack.append(bytearray(self.read(unpack('<Q', self.read(8))[0])))

    def load_next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError('pickle stream refers to out-of-band data but no *buffers* argument was given')
        try:
            self.stack.append(next(self._buffers))
        except StopIteration:
            raise UnpicklingError('not enough out-of-band buffers') from None

    def load_readonly_buffer(self):
        view = memoryview(self.stack[-1])
        if not view.readonly:
            self.stack[-1] = view.toreadonly()

    # ---- Containers

    def load_mark(self):
        self.metastack.append(self.stack)
        self.stack = []

    def load_tuple(self):
        items = self._pop_mark()
        self.stack.append(tuple(items))

    def load_empty_tuple(self):
        self.stack.append(())

    def load_tuple1(self):
        self.stack[-1:] = self._last(1)

    def load_tuple2(self):
        self.stack[-2:] = self._last(2)

    def load_tuple3(self):
        self.stack[-3:] = self._last(3)

    def _last(self, count):
        if len(self.stack) < count:
            raise UnpicklingError('unpickling stack underflow')
        return [tuple(self.stack[-count:])]

    def load_list(self):
        items = self._pop_mark()
        self.stack.append(items)

    def load_empty_list(self):
        self.stack.append([])

    def load_dict(self):
        items = self._pop_mark()
        self.stack.append({items[i]: items[i + 1] for i in range(0, len(items), 2)})

    def load_empty_dict(self):
        self.stack.append({})

    def load_empty_set(self):
        self.stack.append(set())

    def load_frozenset(self):
        items = self._pop_mark()
        self.stack.append(frozenset(items))

    def load_append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def load_appends(self):
        items = self._pop_mark()
        target = self.stack[-1]
        extend = getattr(target, 'extend', None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def load_setitem(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    def load_setitems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def load_additems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    # ---- Instances

    def load_global(self):
        module = self.readline().decode('utf-8')
        self.stack.append(self.find_class(module, self.readline().decode('utf-8')))

    def load_stack_global(self):
        name = self.stack.pop()
        module = self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError('STACK_GLOBAL requires str')
        self.stack.append(self.find_class(module, name))

    def load_ext1(self):
        self._extension(self.read(1)[0])

    def load_ext2(self):
        self._extension(unpack('<H', self.read(2))[0])

    def load_ext4(self):
        self._extension(unpack('<i', self.read(4))[0])

    def _extension(self, code):
        if code in _extension_cache:
            self.stack.append(_extension_cache[code])
            return
        key = _inverted_registry.get(code)
        if not key:
            if code <= 0:
                raise UnpicklingError('EXT specifies code <= 0')
            raise ValueError(f'unregistered extension code {code}')
        found = _extension_cache[code] = self.find_class(*key)
        self.stack.append(found)

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
            self.stack.append(cls(*args))
        else:
            self.stack.append(cls.__new__(cls))

    def load_inst(self):
        module = self.readline().decode('ascii')
        cls = self.find_class(module, self.readline().decode('ascii'))
        self._instantiate(cls, self._pop_mark())

    def load_obj(self):
        args = self._pop_mark()
        self._instantiate(args[0], args[1:])

    def load_newobj(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args))

    def load_newobj_ex(self):
        kwargs = self.stack.pop()
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args, **kwargs))

    def load_reduce(self):
        args = self.stack.pop()
        function = self.stack.pop()
        self.stack.append(function(*args))

    def load_build(self):
        state = self.stack.pop()
        instance = self.stack[-1]
        setstate = getattr(instance, '__setstate__', _missing)
        if setstate is not _missing:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            values = instance.__dict__
            for key, value in state.items():
                values[sys.intern(key) if type(key) is str else key] = value
        if slots:
            for key, value in slots.items():
                setattr(instance, key, value)

    # ---- The memo and the stack

    def load_persid(self):
        try:
            pid = self.readline().decode('ascii')
        except UnicodeDecodeError:
            raise UnpicklingError('persistent IDs in protocol 0 must be ASCII strings') from None
        self.stack.append(self.persistent_load(pid))

    def load_binpersid(self):
        self.stack.append(self.persistent_load(self.stack.pop()))

    def _recall(self, index):
        try:
            self.stack.append(self.memo[index])
        except KeyError:
            raise UnpicklingError(f'Memo value not found at index {index}') from None

    def load_get(self):
        self._recall(int(self.readline()))

    def load_binget(self):
        self._recall(self.read(1)[0])

    def load_long_binget(self):
        self._recall(unpack('<I', self.read(4))[0])

    def load_put(self):
        index = int(self.readline())
        if index < 0:
            raise ValueError('negative PUT argument')
        self.memo[index] = self.stack[-1]

    def load_binput(self):
        self.memo[self.read(1)[0]] = self.stack[-1]

    def load_long_binput(self):
        self.memo[unpack('<I', self.read(4))[0]] = self.stack[-1]

    def load_memoize(self):
        self.memo[len(self.memo)] = self.stack[-1]

    def load_pop(self):
        if self.stack:
            self.stack.pop()
        else:
            self._pop_mark()

    def load_pop_mark(self):
        self._pop_mark()

    def load_dup(self):
        self.stack.append(self.stack[-1])

    def load_stop(self):
        raise _Stop(self.stack.pop())


def _shown(key):
    """A load key as messages show it."""
    return repr(chr(key[0])) if 32 <= key[0] < 127 else f"'\\x{key[0]:02x}'"


_LOADERS = {opcode[0]: getattr(Unpickler, 'load_' + name.lower()) for name, opcode in _OPCODES.items()}
