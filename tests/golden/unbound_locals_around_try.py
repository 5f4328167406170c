# Locals that are bound on some ways through try, loops, with and match only.
class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return self.swallow


def maybe(flag, value=1):
    if flag:
        raise ValueError
    return value


def in_try(flag):
    try:
        maybe(flag)
        x = 1
    except ValueError:
        pass
    return x


def before_raise(flag):
    try:
        x = 1
        maybe(flag)
    except ValueError:
        return x, "handler"
    return x


def in_finally(flag):
    try:
        try:
            maybe(flag)
        finally:
            x = 2
    except ValueError:
        pass
    return x


def deleted(flag):
    x = 1
    try:
        del x
        maybe(flag)
        x = 2
    except ValueError:
        pass
    return x


def handler_name(flag):
    try:
        maybe(flag)
        e = "kept"
    except ValueError as e:
        pass
    return e


def in_with(flag):
    with Manager(True):
        maybe(flag)
        x = 3
    return x


def in_loop(count):
    for i in range(count):
        x = i
    else:
        y = "else"
    return i, x, y


def in_while(flag):
    while flag:
        x = 1
        break
    return x


def in_match(value):
    match value:
        case [x, *rest]:
            pass
        case int() as y:
            pass
    return x, rest


def in_comprehension(flag):
    [x := n for n in range(2) if flag]
    return x


def nested(flag):
    try:
        try:
            maybe(flag)
        except TypeError:
            x = "type"
        else:
            x = "else"
    except ValueError:
        try:
            return x
        except UnboundLocalError as e:
            return "inner " + str(e)
    return x


def with_cell(flag):
    try:
        maybe(flag)
        x = 1
    except ValueError:
        pass
    return (lambda: x)()


for f in (in_try, before_raise, in_finally, deleted, handler_name, in_with, in_loop, in_while, in_match, in_comprehension, nested, with_cell):
    for argument in (False, True, 2, [1, 2], 0):
        try:
            print(f.__name__, argument, f(argument))
        except Exception as e:
            print(f.__name__, argument, type(e).__name__, e)
