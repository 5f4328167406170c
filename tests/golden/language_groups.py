# except* and exception groups.
def run(exception, *kinds):
    log = []
    try:
        try:
            raise exception
        except* ValueError as group:
            log.append(("ValueError", group.exceptions))
        except* (TypeError, KeyError) as group:
            log.append(("Type or Key", [type(e).__name__ for e in group.exceptions]))
            if "raise" in kinds:
                raise IndexError("new")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseExceptionGroup as rest:
        log.append(("rest", repr(rest)))
    return log


print(run(ValueError(1)))
print(run(ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)])))
print(run(ExceptionGroup("g", [ValueError(1), OSError(2), KeyError(3)])))
print(run(ExceptionGroup("g", [ExceptionGroup("inner", [ValueError(1), OSError(2)]), TypeError(3)])))
print(run(ExceptionGroup("g", [TypeError(1), OSError(2)]), "raise"))
try:
    raise OSError("plain")
except* ValueError:
    print("no")
except* OSError as group:
    print(repr(group), group.exceptions)
try:
    try:
        raise OSError("unmatched")
    except* ValueError:
        print("no")
except OSError as error:
    print("passed on", repr(error))
def nothing_raised():
    try:
        result = "fine"
    except* Exception:
        result = "bad"
    else:
        result += " else"
    finally:
        result += " finally"
    return result
print(nothing_raised())
for i in range(2):
    try:
        raise ExceptionGroup("loop", [ValueError(i)])
    except* ValueError as group:
        print(i, group.message)
try:
    try:
        raise TypeError("x")
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
