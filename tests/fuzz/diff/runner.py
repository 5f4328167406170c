"""Runs the programs of a batch file, one after the other, in either interpreter.

The batch is a Python list of (number, kind, source) as text.  Each program has
a namespace of its own; what it raises is printed with its whole chain and the
lines of its traceback.
"""
import gc
import signal
import sys

PROGRAM_START = "\x01program "
wide = None


def show(*values):
    print(*map(ascii, values))


def fail(e):
    print(type(e).__name__, ascii(str(e)))


def cut(iterator, most=12):
    """An iterator's type and first items."""
    items = []
    for item in iterator:
        items.append(item)
        if len(items) >= most:
            break
    return type(iterator).__name__, items


def describe(e, indent=""):
    print(indent + type(e).__name__, ascii(str(e)), ascii(e.args) if len(ascii(e.args)) < 300 else "…")
    for note in getattr(e, "__notes__", None) or ():
        print(indent + "note", ascii(note))
    if isinstance(e, SyntaxError):
        print(indent + "at", e.lineno, e.offset, e.end_lineno, e.end_offset)
    places = []
    tb = e.__traceback__
    while tb is not None and len(places) < 8:
        if tb.tb_frame.f_code.co_filename == "<fuzz>":
            places.append((tb.tb_frame.f_code.co_qualname, tb.tb_lineno))
        tb = tb.tb_next
    print(indent + "through", places)
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            describe(inner, indent + "  | ")
    if len(indent) < 12:
        if e.__cause__ is not None:
            describe(e.__cause__, indent + "  cause ")
        elif e.__context__ is not None:
            describe(e.__context__, indent + ("  suppressed " if e.__suppress_context__ else "  context "))


def run(source):
    namespace = {"__name__": "__main__", "show": show, "fail": fail, "cut": cut}
    try:
        exec(compile(source, "<fuzz>", "exec"), namespace)
    except BaseException as e:
        describe(e)


def compile_only(source):
    try:
        compile(source, "<fuzz>", "exec")
    except SyntaxError as e:
        print(type(e).__name__, ascii(e.msg), ascii(e.text))
        print(e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))
    else:
        print("compiled")


def watch():
    """A program that takes longer than this ends the interpreter; if that was CPython, nothing is compared."""
    signal.setitimer(signal.ITIMER_PROF, 3 if sys.implementation.name == "cpython" else 10)


def main(path):
    gc.disable()
    with open(path, encoding="utf-8", errors="surrogatepass") as file:
        batch = eval(file.read())
    for number, kind, source in batch:
        print(PROGRAM_START + str(number), flush=True)
        watch()
        if kind == "syntax":
            compile_only(source)
        else:
            run(source)
        sys.stdout.flush()
    print(PROGRAM_START + "end")


if __name__ == "__main__":
    main(sys.argv[1])
