# Groups made from groups: the cause counts as set; a lone exception that except* wraps brings no traceback.
def f():
    try:
        raise ValueError(1)
    except* ValueError as e:
        print(e.__traceback__, e.__suppress_context__, e.exceptions[0].__traceback__.tb_lineno, e.__context__)
        raise
try: f()
except ExceptionGroup as e: print(repr(e), e.__traceback__.tb_lineno, e.__traceback__.tb_next and e.__traceback__.tb_next.tb_lineno, e.__suppress_context__)
def f():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        print(e.__traceback__ and e.__traceback__.tb_lineno, e.__suppress_context__, e.exceptions[0].__traceback__, e.__context__)
try: f()
except ExceptionGroup as e: print(repr(e), e.__traceback__.tb_lineno, e.__suppress_context__)
g = ExceptionGroup('g', [ValueError(1), KeyError(2)])
for p in (g.split(ValueError), [g.subgroup(KeyError)], [g.subgroup(Exception)], g.split(lambda e: True), [g.derive([ValueError(3)])]):
    print([(repr(x), x.__suppress_context__, x is g) for x in p if x])
g = ExceptionGroup('g', [ExceptionGroup('h', [KeyError(2)]), ValueError(1)])
for p in (g.split(ValueError), [g.subgroup(KeyError)], [g.subgroup((ValueError, KeyError))]):
    print([(repr(x), x.__suppress_context__, x is g, [y.__suppress_context__ for y in x.exceptions]) for x in p if x])
