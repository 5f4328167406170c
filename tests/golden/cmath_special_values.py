# cmath at infinities, NaNs and zeros of both signs: every function, every pair.
import cmath

VALUES = (float('-inf'), -2.0, -0.0, 0.0, 2.0, float('inf'), float('nan'))
for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'sin', 'sinh', 'sqrt', 'tanh', 'phase', 'polar', 'isnan', 'isinf', 'isfinite'):
    function = getattr(cmath, name)
    for x in VALUES:
        for y in VALUES:
            try:
                result = function(complex(x, y))
            except (ValueError, OverflowError) as error:
                result = f'{type(error).__name__}: {error}'
            if isinstance(result, complex):
                result = f'{result:+.10g}'
            print(name, x, y, result)
for radius in VALUES:
    for angle in VALUES:
        try:
            print('rect', radius, angle, f'{cmath.rect(radius, angle):+.10g}')
        except ValueError as error:
            print('rect', radius, angle, error)
