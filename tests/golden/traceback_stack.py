# traceback of the running stack.
import sys
import traceback


def one():
    return two()


def two():
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack(limit=1))
    print(traceback.format_stack(sys._getframe(1), limit=-1))
    for entry in traceback.extract_stack():
        print(entry, entry.line)
    for frame, line in traceback.walk_stack(sys._getframe()):
        print(frame.f_code.co_name, line)
    summary = traceback.StackSummary.extract(traceback.walk_stack(None))
    print([entry.name for entry in summary])
    print(traceback.StackSummary.extract(traceback.walk_stack(sys._getframe()), limit=1, capture_locals=True)[0].locals
          .keys())


one()
generator = (traceback.extract_stack()[-1].name for _ in [0])
print(next(generator))
