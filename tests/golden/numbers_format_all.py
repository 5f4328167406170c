# format() of floats and the % operator: types, precision, alternate forms, signs, grouping, widths, errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


values = [0.0, -0.0, 1.0, -1.5, 3.14159265, 1e10, 123456789.123, 1e-7, 5e-324, 1.7976931348623157e308, float('inf'), float('-inf'), float('nan'), 0.5, 1.5, 2.5, 1e16, 9.995, 99999.5]
for spec in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', '.0f', '.1f', '.3e', '.0e', '.0g', '.1g', '.10g', '.17g', '#.0f', '#.0e', '#g', '#.3g', '+.2f', ' .2f', '-.2f', '010.2f', '<10.1f', '>10.1f', '^10.1f', '=+10.1f', '*^12.1e', ',', ',.2f', '_.1f', '020,.2f', 'z', 'z.1f', '.50f', '.3', '.15', '+', ' ', '10', '.1%', ',.1%', '+z.0f'):
    print(spec, [format(v, spec) for v in values if not (spec == '.50f' and abs(v) > 1e300)])
for spec in 'd', 'x', 'c', 's', 'b', '.', '.2.3f', ',_', '_,', 'ff', '10.', '#s', '.1000000000000f', 'é', '0é', '<<<', '=', ',n', '_n':
    show(lambda: format(1.5, spec))
templates = ['%d', '%i', '%u', '%s', '%r', '%a', '%e', '%E', '%f', '%F', '%g', '%G', '%x', '%X', '%o', '%c', '%5d', '%-5d|', '%05d', '%+d', '% d', '%.3d', '%5.3d', '%-+5d|', '%#x', '%#o', '%#X', '%.2f', '%10.3f', '%-10.1e|', '%+.0f', '%#.0f', '%.0g', '%010.2f', '%.3s', '%5s|', '%-5s|', '%%', '%5%', '%ld', '%hd', '%Lf']
for template in templates:
    row = []
    for value in 42, -42, 3.7, 'text', True, None, 10 ** 20, [1], 'é', 97:
        try:
            row.append(template % (value,))
        except (TypeError, ValueError, OverflowError) as error:
            row.append(str(error))
    print(template, row)
for template, args in (('%s %s', (1,)), ('%s', (1, 2)), ('%s', ()), ('%', 1), ('%y', 1), ('%(a)s', {'a': 1}), ('%(a)s', {}), ('%(a)s', 5), ('%(a', {'a': 1}), ('%(a)', {'a': 1}), ('%*d', (5, 3)), ('%-*d|', (5, 3)), ('%*d', ('x', 3)), ('%.*f', (2, 3.14159)), ('%.*f', (-1, 3.14159)), ('%s', [1, 2]), ('%s', {'a': 1}), ('x', ()), ('x', 5),
                       ('x', {'a': 1}), ('x', [1]), ('%d', 'x'), ('%c', 'ab'), ('%c', -1), ('%c', 0x110000), ('%c', 1.5), ('%x', 1.5), ('%d', 1.9), ('%d', 1j), ('%f', 'x'), ('%f', 10 ** 400), ('%i', float('nan')), ('%d', float('inf')), ('%s %(a)s', {'a': 1}), ('%(a)s %s', {'a': 1}), ('%(a)*d', {'a': 1}), ('%(a(b))s', {'a(b)': 7}),
                       ('%99999999999999d', 1), ('%.99999999999999d', 1), ('%\u00e9', 1), ('%z', 1), ('%ss', 'a'), ('%5.2%', 1), ('%', ()), ('%s%%', 'x'), ('%(é)s', {'é': 1}), ('%()s', {'': 'empty'}), ('%r', ('a',)), ('%a', 'é'), ('%.2a', 'é'), ('%.1r', 'é')):
    show(lambda: template % args)
