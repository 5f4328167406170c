# Unknown escapes in f-strings warn once, braces among them.
import warnings
for source in [r"f'\{{1}}'", r"f'\{1}'", r"f'\}}'", r"'\{'", r"f'{1:\{2}}'", r"f'\w\{{\d'", r"rf'\{{'", r"f'\{{\{{'", r"f'{1:\q}'"]:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        compile(source,'','exec'); print(source, [(x.lineno,str(x.message)) for x in w])
