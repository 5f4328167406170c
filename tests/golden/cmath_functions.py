# The functions of cmath at ordinary places, and at the edges of the floats.
import cmath

PLACES = (0.5, 2, -3, 1j, -1j, 1 + 1j, -2 + 3j, 2.5 - 0.5j, -0.25 - 4j, 1e-5 + 1e-7j, 100 + 1j, complex(-0.0, 2), complex(1, -0.0), complex(-1, 0.0), complex(-1, -0.0),
          complex(2, -0.0), complex(0.0, 0.5), complex(-0.0, -0.5), 1e300 + 1e300j, 5e-324 + 0j, 1e-310 - 1e-310j)
for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'log10', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'phase', 'polar'):
    function = getattr(cmath, name)
    for z in PLACES:
        try:
            result = function(z)
        except (ValueError, OverflowError) as error:
            print(name, z, type(error).__name__, error)
            continue
        if isinstance(result, complex):
            print(name, z, f'{result:.12g}', str(result.real)[0] == '-', str(result.imag)[0] == '-')
        elif isinstance(result, tuple):
            print(name, z, *(f'{part:.12g}' for part in result))
        else:
            print(name, z, f'{result:.12g}')
for radius in (0, 1, -2.5, 1e308):
    for angle in (0, -0.0, 0.5, -3, cmath.pi):
        print('rect', radius, angle, f'{cmath.rect(radius, angle):.12g}')
