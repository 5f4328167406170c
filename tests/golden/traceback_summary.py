# FrameSummary, StackSummary and TracebackException as data.
import traceback

a = traceback.FrameSummary("a.py", 3, "f", line="x = 1")
b = traceback.FrameSummary("a.py", 3, "f", line="x = 1", locals={"v": [1]})
print(a, len(a), list(a), a[1], a[-1], a[1:3])
print(a == b, a == ("a.py", 3, "f", "x = 1"), a == 3, b.locals)
print(a.end_lineno, a.colno, a.end_colno, a.line)
missing = traceback.FrameSummary("no such file", 3, "f")
print(repr(missing.line), traceback.FrameSummary("no such file", None, "f").line)

stack = traceback.StackSummary.from_list([("f.py", 1, "f", "code"), a, ("g.py", 2, "g", None), b])
print(type(stack).__name__, len(stack))
for text in stack.format():
    print(text, end="")
print(traceback.format_list([("f.py", 1, "f", "  indented  ")] * 5))


class Short(traceback.StackSummary):
    def format_frame_summary(self, frame_summary, **keywords):
        if frame_summary.name == "hidden":
            return None
        return f"{frame_summary.name}:{frame_summary.lineno}\n"


short = Short()
short.extend(traceback.StackSummary.from_list([("f", 1, "f", None), ("f", 2, "hidden", None), ("f", 3, "g", None)]))
print(short.format())


def fails(secret):
    part = secret * 2
    return part / 0


try:
    fails(21)
except ZeroDivisionError as e:
    data = traceback.TracebackException.from_exception(e, capture_locals=True)
    again = traceback.TracebackException.from_exception(e, capture_locals=True)
    print(data == again, data == 3, str(data), data.exc_type_str)
    print(data.stack[-1].locals, data.stack[-1].line, data.stack[-1].colno, data.stack[-1].end_colno)
    print("".join(data.stack[-1:] and traceback.StackSummary.from_list(data.stack[-1:]).format()))
    print(data.__cause__, data.__context__, data.__suppress_context__, data.exceptions, data.__notes__)
    print([line for _, line in traceback.walk_tb(e.__traceback__)])
    frames = [frame for frame, _ in traceback.walk_tb(e.__traceback__)]
    print(frames[-1].f_locals)
    traceback.clear_frames(e.__traceback__)
    print(frames[-1].f_locals)
