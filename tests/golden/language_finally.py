# Every way out of try, except, else and finally.
log = []


def note(*things):
    log.append(" ".join(map(str, things)))


def ways(way):
    for i in range(3):
        try:
            note("try", way, i)
            if way == "return":
                return "returned"
            if way == "break":
                break
            if way == "continue":
                continue
            if way == "raise":
                raise KeyError(way)
            if way == "raise other":
                raise ValueError(way)
        except KeyError as error:
            note("except", error)
            if i:
                return "from except"
        else:
            note("else")
        finally:
            note("finally", i)
    else:
        note("loop else")
    return "end"


for way in ("", "return", "break", "continue", "raise"):
    note("=>", ways(way))
try:
    ways("raise other")
except ValueError as error:
    note("escaped", error)


def finally_wins():
    try:
        return "try"
    finally:
        return "finally"


def finally_swallows():
    try:
        1 / 0
    finally:
        return "swallowed"


def finally_breaks():
    while True:
        try:
            return "never"
        finally:
            break
    return "broke"


def finally_continues():
    seen = []
    for i in range(3):
        try:
            seen.append(i)
            if i == 1:
                raise ValueError
        finally:
            continue
    return seen


def nested():
    try:
        try:
            try:
                note("deep")
                raise ValueError("first")
            finally:
                note("inner finally")
                raise TypeError("second")
        except TypeError as error:
            note("caught", error, "after", repr(error.__context__))
            raise
        finally:
            note("middle finally")
    except TypeError:
        return "nested done"
    finally:
        note("outer finally")


def value_kept():
    value = 1
    try:
        return value
    finally:
        value = 2


def name_is_gone():
    error = "before"
    try:
        raise ValueError
    except ValueError as error:
        pass
    try:
        error
    except UnboundLocalError as gone:
        return str(gone)


def reraise_in_handler():
    try:
        try:
            raise KeyError("k")
        except KeyError as error:
            error = None
            raise IndexError("i")
    except IndexError as error:
        return repr(error), repr(error.__context__)


def tuple_and_bare():
    results = []
    for exc in (ValueError, TypeError, OSError, KeyboardInterrupt):
        try:
            raise exc("x")
        except (ValueError, TypeError) as e:
            results.append(type(e).__name__)
        except Exception:
            results.append("Exception")
        except:
            results.append("bare")
    return results


def generator():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        note("exit")
        raise
    finally:
        note("generator finally")


def with_return():
    class Manager:
        def __enter__(self):
            note("enter")
            return self
        def __exit__(self, *details):
            note("exit", details[0] and details[0].__name__)
            return True
    for i in range(3):
        with Manager() as a, Manager() as b:
            if i == 0:
                continue
            if i == 1:
                raise ValueError
            return a is b
    return "not reached"


for f in (finally_wins, finally_swallows, finally_breaks, finally_continues, nested, value_kept, name_is_gone,
          reraise_in_handler, tuple_and_bare, with_return):
    note(f.__name__, f())
g = generator()
next(g)
g.close()
del g
for i in range(2):
    try:
        pass
    finally:
        note("empty", i)
print(*log, sep="\n")
