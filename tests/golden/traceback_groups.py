# traceback: exception groups, nested, cut, with causes inside.
import sys
import traceback


def group(width, depth):
    inner = [ValueError(i) for i in range(width)]
    result = ExceptionGroup("level 0", inner)
    for level in range(1, depth):
        result = ExceptionGroup(f"level {level}", [result, TypeError(level)])
    return result


def show(error, **keywords):
    try:
        raise error
    except BaseException as e:
        lines = traceback.TracebackException(type(e), e, e.__traceback__, **keywords).format()
        print("".join(lines))


show(group(2, 1))
show(group(1, 3))
show(group(17, 1))
show(group(4, 2), max_group_width=2)
show(group(1, 4), max_group_depth=2)

caused = ValueError("effect")
caused.__cause__ = KeyError("cause")
contextual = OSError("later")
contextual.__context__ = ExceptionGroup("before", [ValueError(1)])
with_notes = ExceptionGroup("noted", [caused, contextual])
with_notes.add_note("a note\nin two lines")
caused.add_note("inner note")
show(with_notes)
print(traceback.format_exception_only(with_notes))
print(traceback.format_exception_only(with_notes, show_group=True))
try:
    try:
        raise with_notes
    except* ValueError:
        raise RuntimeError("while handling")
except BaseException as e:
    traceback.print_exception(e, file=sys.stdout)
