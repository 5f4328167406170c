# break, continue, return and raise through try, finally, with and loops.
import warnings
log = []
def note(x): log.append(x); return x
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): note(f"enter {self.name}"); return self
    def __exit__(self, *exc): note(f"exit {self.name} {exc[0].__name__ if exc[0] else None}"); return self.swallow
def run(function, *args):
    log.clear()
    try: result = function(*args)
    except BaseException as error: result = f"{type(error).__name__}: {error} from {error.__context__!r}"
    print(function.__name__, args, result, log)
def return_in_try():
    try: return note("try")
    finally: note("finally")
def return_in_both():
    try: return note("try")
    finally: return note("finally")
def return_replaces_raise():
    try: raise ValueError("lost")
    finally: return "returned"
def return_value_is_fixed():
    x = [1]; y = 1
    try: return x, y
    finally: x.append(2); y = 2
def break_in_finally():
    for i in range(3):
        try: raise ValueError(i)
        finally:
            note(i)
            break
    return "after"
def continue_in_finally():
    for i in range(3):
        try: note(i); raise KeyError(i)
        finally: continue
    return "done"
def continue_in_try():
    for i in range(3):
        try:
            if i == 1: continue
            note(i)
        finally: note(f"f{i}")
    else: note("else")
def break_in_try():
    for i in range(3):
        try:
            if i == 1: break
            note(i)
        finally: note(f"f{i}")
    else: note("else")
    return i
def nested_finally():
    try:
        try: return note("inner")
        finally: note("f1")
    finally: note("f2")
def raise_in_finally():
    try: raise ValueError("first")
    finally: raise KeyError("second")
def raise_in_except():
    try: raise ValueError("first")
    except ValueError as e: raise KeyError("second") from e
    finally: note("f")
def reraise():
    try:
        try: raise ValueError("v")
        except ValueError: note("handler"); raise
        finally: note("f")
    except ValueError as e: return f"outer {e}"
def else_clause(fail):
    try: note("try"); fail and 1 / 0
    except ZeroDivisionError: note("except")
    else: note("else"); return "from else"
    finally: note("finally")
    return "end"
def raise_in_else():
    try: pass
    except ValueError: note("not here")
    else: raise ValueError("else")
    finally: note("finally")
def with_return():
    with CM("a"), CM("b") as b: return b.name
def with_break():
    for i in range(3):
        with CM(i):
            if i: break
def with_continue():
    for i in range(2):
        with CM(i): continue
def with_swallow():
    with CM("s", True): raise ValueError
    return "after"
def with_nested_swallow():
    with CM("outer"), CM("inner", True), CM("innermost"): 1 / 0
    return "after"
def generator_close():
    def g():
        try: yield 1
        finally: note("closed")
    it = g(); next(it); it.close(); return "closed"
def generator_return():
    def g():
        try: yield 1; return "value"
        finally: note("f")
    def outer(): return (yield from g())
    it = outer(); next(it)
    try: next(it)
    except StopIteration as s: return s.value
def while_else(n):
    while n:
        n -= 1
        if n == 5: break
    else: return "else"
    return "broken"
def loop_in_finally():
    try: 1 / 0
    except ZeroDivisionError: pass
    finally:
        for i in range(3):
            if i == 1: break
        else: note("no")
    return i
def deep():
    for a in range(2):
        try:
            for b in range(2):
                try:
                    if b: continue
                    note((a, b))
                finally:
                    try: note("x")
                    finally: note("y")
        finally:
            if a: return "left"
def exception_name_cleared():
    e = "before"
    try: raise ValueError("v")
    except ValueError as e: pass
    try: return e
    except UnboundLocalError as error: return str(error)
def unwinding_order():
    try:
        with CM(1):
            try:
                with CM(2): raise ValueError("deep")
            finally: note("between")
    except ValueError as e: return str(e)
for function in [return_in_try, return_in_both, return_replaces_raise, return_value_is_fixed, break_in_finally, continue_in_finally, continue_in_try, break_in_try, nested_finally, raise_in_finally, raise_in_except, reraise, raise_in_else, with_return, with_break, with_continue, with_swallow, with_nested_swallow, generator_close, generator_return, loop_in_finally, deep, exception_name_cleared, unwinding_order]:
    run(function)
run(else_clause, True); run(else_clause, False); run(while_else, 3); run(while_else, 8)
