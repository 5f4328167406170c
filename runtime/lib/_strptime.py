"""What time.strptime() is made of: formats become regular expressions, and what these find becomes the nine numbers.

Names of days and months, and the formats %c, %x and %X, are those of the C locale.
"""
import re
import time

_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december')
_SHORT_DAYS = tuple(name[:3] for name in _DAYS)
_SHORT_MONTHS = tuple(name[:3] for name in _MONTHS)

_EXPRESSIONS = {
    'd': r'3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]',
    'f': r'[0-9]{1,6}',
    'H': r'2[0-3]|[0-1]\d|\d',
    'I': r'1[0-2]|0[1-9]|[1-9]| [1-9]',
    'G': r'\d\d\d\d',
    'j': r'36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]',
    'm': r'1[0-2]|0[1-9]|[1-9]',
    'M': r'[0-5]\d|\d',
    'S': r'6[0-1]|[0-5]\d|\d',
    'U': r'5[0-3]|[0-4]\d|\d',
    'W': r'5[0-3]|[0-4]\d|\d',
    'w': r'[0-6]',
    'u': r'[1-7]',
    'V': r'5[0-3]|0[1-9]|[1-4]\d|\d',
    'y': r'\d\d',
    'Y': r'\d\d\d\d',
    'z': r'([+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?)|(?-i:Z)',
    'p': 'am|pm',
}
_LONGER = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_WEEKDAYS = "a weekday directive ('%A', '%a', '%w', or '%u')."
_CACHE_SIZE = 5
_cache = {}
_cached_zones = None


# ---- Formats

def _choice(names):
    return '|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _zones():
    """The names for no daylight saving time, and those for it."""
    plain = {'utc', 'gmt', time.tzname[0].lower()}
    return frozenset(plain), frozenset({time.tzname[1].lower()}) if time.daylight else frozenset()


def _expression(directive):
    match directive:
        case '%':
            return '%'
        case 'c' | 'x' | 'X':
            return _pattern(_LONGER[directive])
        case 'A':
            inner = _choice(_DAYS)
        case 'a':
            inner = _choice(_SHORT_DAYS)
        case 'B':
            inner = _choice(_MONTHS)
        case 'b':
            inner = _choice(_SHORT_MONTHS)
        case 'Z':
            inner = _choice([name for names in _zones() for name in names])
        case _:
            inner = _EXPRESSIONS[directive]
    return f'(?P<{directive}>{inner})'


def _pattern(format):
    """The regular expression; KeyError and IndexError tell about the format."""
    text = re.sub(r'([\\.^$*+?\(\){}\[\]|])', r'\\\1', format)
    text = re.sub(r'\s+', r'\\s+', text)
    parts = []
    directives = set()
    while '%' in text:
        start = text.index('%')
        directive = text[start + 1]
        parts += text[:start], _expression(directive)
        directives.add(directive)
        text = text[start + 2:]
    if 'd' in directives and directives.isdisjoint('YyG'):
        import warnings
        warnings.warn('Parsing dates involving a day of month without a year specified is ambiguious\n'
                      'and fails to parse leap day. The default behavior will change in Python 3.15\n'
                      'to either always raise an exception or to use a different default year (TBD).\n'
                      'To avoid trouble, add a specific year to the input & format.\n'
                      'See https://github.com/python/cpython/issues/70647.', DeprecationWarning, stacklevel=5)
    return ''.join(parts) + text


def _compiled(format):
    global _cached_zones
    zones = time.tzname, time.daylight
    if zones != _cached_zones or len(_cache) > _CACHE_SIZE:
        _cache.clear()
        _cached_zones = zones
    if format not in _cache:
        try:
            _cache[format] = re.compile(_pattern(format), re.IGNORECASE)
        except KeyError as error:
            directive = error.args[0]
            if directive == '\\':
                directive = '%'
            raise ValueError(f"'{directive}' is a bad directive in format '{format}'") from None
        except IndexError:
            raise ValueError(f"stray % in format '{format}'") from None
    return _cache[format]


# ---- Dates

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_lengths(year):
    return 31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31


def _before_year(year):
    """How many days are before the year."""
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _ordinal(year, month, day):
    """The number of the day, 1 for the first of January of the year 1."""
    if not 1 <= year <= 9999:
        raise ValueError(f'year {year} is out of range')
    lengths = _month_lengths(year)
    if day > lengths[month - 1]:
        raise ValueError('day is out of range for month')
    return _before_year(year) + sum(lengths[:month - 1]) + day


def _date(ordinal):
    year = ordinal // 366 + 1
    while _before_year(year + 1) < ordinal:
        year += 1
    if year > 9999:
        raise ValueError(f'year {year} is out of range')
    day = ordinal - _before_year(year)
    month = 1
    for length in _month_lengths(year):
        if day <= length:
            break
        day -= length
        month += 1
    return year, month, day


def _first_iso_day(year):
    """The ordinal of the Monday of the ISO year's first week."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _iso_ordinal(year, week, weekday):
    if not 1 <= year <= 9999:
        raise ValueError(f'Year is out of range: {year}')
    start = _first_iso_day(year)
    if week == 53:
        first = (_ordinal(year, 1, 1) + 6) % 7
        if not (first == 3 or first == 2 and _is_leap(year)):
            raise ValueError(f'Invalid week: {week}')
    elif not 0 < week < 53:
        raise ValueError(f'Invalid week: {week}')
    return start + (week - 1) * 7 + weekday


def _day_in_week(year, week, weekday, start):
    """The day of the year of a week's day; start: the day that weeks begin with."""
    first = (_ordinal(year, 1, 1) + 6 - start) % 7
    weekday = (weekday - start) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


# ---- What was found

def _hour(found):
    if 'I' not in found:
        return int(found.get('H', 0))
    hour = int(found['I'])
    half = found.get('p', '').lower()
    if half == 'pm':
        return hour if hour == 12 else hour + 12
    return 0 if hour == 12 else hour


def _month(found):
    if 'B' in found:
        return _MONTHS.index(found['B'].lower()) + 1
    if 'b' in found:
        return _SHORT_MONTHS.index(found['b'].lower()) + 1
    return int(found.get('m', 1))


def _year(found):
    if 'Y' in found:
        return int(found['Y'])
    if 'y' in found:
        year = int(found['y'])
        return year + 2000 if year <= 68 else year + 1900
    return None


def _weekday(found):
    if 'A' in found:
        return _DAYS.index(found['A'].lower())
    if 'a' in found:
        return _SHORT_DAYS.index(found['a'].lower())
    if 'w' in found:
        return (int(found['w']) - 1) % 7
    return int(found['u']) - 1 if 'u' in found else None


def _offset(text):
    """Seconds and microseconds east of UTC."""
    if text is None:
        return None, 0
    if text == 'Z':
        return 0, 0
    digits = text
    if digits[3] == ':':
        digits = digits[:3] + digits[4:]
        if len(digits) > 5:
            if digits[5] != ':':
                raise ValueError(f'Inconsistent use of : in {text}')
            digits = digits[:5] + digits[6:]
    seconds = int(digits[1:3]) * 3600 + int(digits[3:5]) * 60 + int(digits[5:7] or 0)
    fraction = int(digits[8:].ljust(6, '0')) if digits[8:] else 0
    return (-seconds, -fraction) if digits[0] == '-' else (seconds, fraction)


def _daylight_saving(name):
    if name is None:
        return -1
    name = name.lower()
    for number, names in enumerate(_zones()):
        if name in names:
            ambiguous = time.tzname[0] == time.tzname[1] and time.daylight and name not in ('utc', 'gmt')
            return -1 if ambiguous else number
    return -1


def _check_iso(found, year, weekday):
    if 'G' in found:
        if 'j' in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if 'V' not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and " + _WEEKDAYS)
    elif 'V' in found:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and " + _WEEKDAYS)
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _resolve(found):
    """Year, month, day, day of the week, day of the year."""
    year, month, day, weekday = _year(found), _month(found), int(found.get('d', 1)), _weekday(found)
    _check_iso(found, year, weekday)
    leap_day = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap_day else 1900 # a day that 1900 did not have
    julian = int(found['j']) if 'j' in found else None
    if julian is None and weekday is not None:
        if 'U' in found or 'W' in found:
            julian = _day_in_week(year, int(found.get('U') or found['W']), weekday, 6 if 'U' in found else 0)
        elif 'G' in found:
            ordinal = _iso_ordinal(int(found['G']), int(found['V']), weekday)
            year, month, day = _date(ordinal)
            julian = ordinal - _before_year(year)
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if _is_leap(year) else 365
    if julian is None:
        julian = _ordinal(year, month, day) - _before_year(year)
    else:
        year, month, day = _date(_ordinal(year, 1, 1) + julian - 1)
    if weekday is None:
        weekday = (_ordinal(year, month, day) + 6) % 7
    return 1900 if leap_day else year, month, day, weekday, julian


def _strptime(data_string, format='%a %b %d %H:%M:%S %Y'):
    """The eleven fields of a struct_time; microseconds; microseconds of the offset."""
    for index, argument in enumerate((data_string, format)):
        if not isinstance(argument, str):
            raise TypeError(f'strptime() argument {index} must be str, not {type(argument)}')
    match = _compiled(format).match(data_string)
    if not match:
        raise ValueError(f'time data {data_string!r} does not match format {format!r}')
    if len(data_string) != match.end():
        raise ValueError(f'unconverted data remains: {data_string[match.end():]}')
    found = match.groupdict()
    offset, offset_fraction = _offset(found.get('z'))
    year, month, day, weekday, julian = _resolve(found)
    fields = (year, month, day, _hour(found), int(found.get('M', 0)), int(found.get('S', 0)), weekday, julian,
              _daylight_saving(found.get('Z')), found.get('Z'), offset)
    return fields, int(found.get('f', '').ljust(6, '0')), offset_fraction


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y'):
    return time.struct_time(_strptime(data_string, format)[0])
