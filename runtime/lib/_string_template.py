"""string.Template: text with $name and ${name}."""
import re

__name__ = 'string'

_PATTERN = r"""
    {delimiter}(?:
      (?P<escaped>{delimiter})  |   # the delimiter itself, doubled
      (?P<named>{name})         |   # $name
      {{(?P<braced>{braced})}}  |   # ${{name}}
      (?P<invalid>)                 # anything else
    )
"""


class Template:
    """Text in which $name and ${name} are filled in; $$ is a dollar sign."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' in cls.__dict__:
            pattern = cls.pattern
        else:
            pattern = _PATTERN.format(delimiter=re.escape(cls.delimiter), name=cls.idpattern,
                                      braced=cls.braceidpattern or cls.idpattern)
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        start = mo.start('invalid')
        lines = self.template[:start].splitlines(keepends=True)
        if lines:
            column = start - len(''.join(lines[:-1]))
            number = len(lines)
        else:
            column = number = 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (number, column))

    def _fill(self, mapping, safe):
        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                if not safe:
                    return str(mapping[named])
                try:
                    return str(mapping[named])
                except KeyError:
                    return mo.group()
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is not None:
                if safe:
                    return mo.group()
                self._invalid(mo)
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping={}, /, **kws):
        """Fill in all names; KeyError for those that are missing, ValueError for wrong placeholders."""
        return self._fill({**mapping, **kws} if kws and mapping else kws or mapping, False)

    def safe_substitute(self, mapping={}, /, **kws):
        """Fill in the names that are given and leave everything else as it is."""
        return self._fill({**mapping, **kws} if kws and mapping else kws or mapping, True)

    def _placeholders(self):
        for mo in self.pattern.finditer(self.template):
            if mo.group('invalid') is not None:
                yield None
                continue
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                yield named
            elif mo.group('escaped') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)

    def is_valid(self):
        """Whether all placeholders are well-formed."""
        return None not in self._placeholders()

    def get_identifiers(self):
        """The names, in the order of their first use."""
        return list(dict.fromkeys(name for name in self._placeholders() if name is not None))


Template.__init_subclass__()
