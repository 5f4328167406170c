# time.strptime: directives, completion of dates, messages.
import time
import warnings

warnings.simplefilter('ignore')


def show(*args):
    try:
        result = time.strptime(*args)
    except (ValueError, TypeError) as error:
        print(args, type(error).__name__, error, error.__suppress_context__)
    else:
        print(args, tuple(result), result.tm_zone, result.tm_gmtoff)


print('--- years, months, days')
for text, format in [
    ('2009', '%Y'), ('69', '%y'), ('68', '%y'), ('Mon', '%a'), ('monday', '%A'), ('February', '%B'), ('feb', '%b'),
    ('29', '%d'), ('Feb 29', '%b %d'), ('01/02/24', '%x'), ('12:11:10', '%X'), ('2024-02-29', '%Y-%m-%d'),
    ('2024 001', '%Y %j'), ('001', '%j'), ('2024 366', '%Y %j'), ('%', '%%'), ('a.b(2024)', 'a.b(%Y)'),
    ('2024  \t 7', '%Y %m'), ('9999 12 31', '%Y %m %d'), ('1 1 0001', '%d %m %Y'),
]:
    show(text, format)
show('Mon Jan  1 00:00:00 2024')

print('--- weeks')
for text, format in [
    ('2024 10 1', '%Y %W %w'), ('2024 10 1', '%Y %U %w'), ('2024 00 0', '%Y %U %w'), ('2023 0 Sun', '%Y %W %a'),
    ('2024 53 0', '%Y %U %w'), ('2024 10 1', '%G %V %u'), ('2020 53 7', '%G %V %u'), ('2021 53 1', '%G %V %u'),
    ('2025 1 1', '%G %V %u'), ('2024 0 1', '%G %V %u'), ('2024 10', '%Y %W'),
]:
    show(text, format)

print('--- clocks')
for text, format in [
    ('12:30 PM', '%I:%M %p'), ('12 am', '%I %p'), ('01 pm', '%I %p'), ('12', '%I'), ('7', '%I'), ('23', '%H'),
    ('0.5', '%S.%f'), ('61', '%S'),
]:
    show(text, format)

print('--- zones')
for text, format in [
    ('+0500', '%z'), ('+05:30', '%z'), ('-053015.123', '%z'), ('+05:30:15', '%z'), ('Z', '%z'), ('UTC', '%Z'),
    ('gmt', '%Z'), ('+05:3015', '%z'), ('EST5', '%Z'),
]:
    show(text, format)

print('--- messages')
for args in [
    ('x', '%Y'), ('2009 ', '%Y'), ('2009x', '%Y'), ('a', '%Q'), ('a', '%'), ('19', '%Y %'), ('', '%D'), ('a', '%\\'),
    ('02/30/2024', '%m/%d/%Y'), ('0000', '%Y'), ('24', '%H'), (b'2009', '%Y'), ('2009', b'%Y'), (1, '%Y'),
    ('10', '%V'), ('2024', '%G'), ('2024 10', '%Y %V'), ('2024 10 1', '%Y %V %u'), ('2024 3', '%G %j'),
]:
    show(*args)

print('--- what strftime makes')
moment = time.gmtime(1_700_000_000)
for directive in 'aAbBdHIjmMpSUwWX%':
    text = time.strftime('%Y %' + directive, moment)
    parsed = time.strptime(text, '%Y %' + directive)
    print(directive, text, tuple(parsed))

print('--- the warning about days without a year')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    time.strptime('17 03', '%d %m')
    time.strptime('17 03', '%d %m')
    time.strptime('17 03 24', '%d %m %y')
print(len(caught), caught[0].category.__name__, str(caught[0].message).splitlines()[0])

print('--- strftime')
for args in [('%S\0', moment), (b'%S', moment), ('%Y', (1, 2)), ('%Y', 5), ('%m', (2000, 13, 1, 0, 0, 0, 0, 1, 0))]:
    try:
        print(time.strftime(*args))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
