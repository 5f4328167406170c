"""Constants of characters, and ways to fill in text: Template ($name) and Formatter ({name}, for subclassing)."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split at sep (runs of whitespace by default), capitalize the words, join them again."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


def __getattr__(name):
    # Template needs re, which most users of the constants do not.
    if name == 'Template':
        from _string_template import Template
        globals()['Template'] = Template
        return Template
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


# ---- Formatter

def _literal_end(text, start):
    """The end of literal text, and whether a doubled brace ends it: (end, next start, is a field next)."""
    i = start
    while i < len(text):
        c = text[i]
        if c in '{}':
            if text[i + 1:i + 2] == c:
                return i + 1, i + 2, False
            if c == '}':
                raise ValueError("Single '}' encountered in format string")
            if i + 1 == len(text):
                raise ValueError("Single '{' encountered in format string")
            return i, i + 1, True
        i += 1
    return i, i, False


def _field_end(text, start):
    """Index of the brace that closes the field beginning at start."""
    depth = 1
    for i in range(start, len(text)):
        if text[i] == '{':
            depth += 1
        elif text[i] == '}':
            depth -= 1
            if depth == 0:
                return i
    raise ValueError("expected '}' before end of string")


def _name_end(field):
    """Index of the ! or : that ends a field's name; those within brackets are part of it."""
    in_brackets = False
    for i, c in enumerate(field):
        if c == '[':
            in_brackets = True
        elif c == ']':
            in_brackets = False
        elif c == '{' and not in_brackets:
            raise ValueError("unexpected '{' in field name")
        elif c in '!:' and not in_brackets:
            return i
    return len(field)


def _split_field(field):
    """'name!r:spec' -> ('name', 'spec', 'r')"""
    end = _name_end(field)
    name, rest = field[:end], field[end:]
    if not rest.startswith('!'):
        return name, rest[1:], None
    if len(rest) == 1:
        raise ValueError("unmatched '{' in format spec")
    conversion, rest = rest[1], rest[2:]
    if rest and rest[0] != ':':
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def _parse(text):
    i = 0
    while i < len(text):
        end, following, has_field = _literal_end(text, i)
        literal, i = text[i:end], following
        if not has_field:
            yield literal, None, None, None
            continue
        end = _field_end(text, i)
        name, spec, conversion = _split_field(text[i:end])
        yield literal, name, spec, conversion
        i = end + 1


def _path(text):
    """'.a[0]' -> (True, 'a'), (False, 0)"""
    i = 0
    while i < len(text):
        if text[i] == '.':
            end = i + 1
            while end < len(text) and text[end] not in '.[':
                end += 1
            if end == i + 1:
                raise ValueError('Empty attribute in format string')
            yield True, text[i + 1:end]
            i = end
        elif text[i] == '[':
            end = text.find(']', i)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = text[i + 1:end]
            if not key:
                raise ValueError('Empty attribute in format string')
            yield False, int(key) if key.isdecimal() and key.isascii() else key
            i = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")


def _first_name(name):
    """'a.b[c]' -> ('a', '.b[c]')"""
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first = name[:end]
    return int(first) if first.isdecimal() and first.isascii() else first, name[end:]


class Formatter:
    """str.format() in parts that subclasses can override."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            name, auto_arg_index = self._numbered(name, auto_arg_index)
            obj, arg_used = self.get_field(name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto_arg_index

    @staticmethod
    def _numbered(name, auto_arg_index):
        """A field without a name gets the next number; the two ways of numbering exclude each other."""
        first, rest = _first_name(name)
        if first == '':
            if auto_arg_index is False:
                raise ValueError('cannot switch from manual field specification to automatic field numbering')
            return str(auto_arg_index) + rest, auto_arg_index + 1
        if isinstance(first, int):
            if auto_arg_index:
                raise ValueError('cannot switch from manual field specification to automatic field numbering')
            return name, False
        return name, auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        """The parts of a format string: (literal text, field name, format specification, conversion)."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _first_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in _path(rest):
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
