# print(): separators, ends, files, flushing, errors; input() reads from a replaced stdin.
import io, sys
print(); print(1, "a", None, 1.5, [1], sep="-"); print("x", end=""); print("y", end="!\n"); print("a", "b", sep="", end="|\n"); print("a", "b", sep=None, end=None); print(*range(3), sep=", "); print("", "", sep="|"); print(sep="|"); print(end="no newline"); print()
class Text(str):
    def __str__(self): return "Text's own str"
print(Text("plain"), str(Text("plain")), sep="/")
print("a", "b", sep=Text("-")) if False else print("é漢😀", "\t|", "\0".encode(), "a\nb")
class File:
    def __init__(self): self.log = []
    def write(self, s): self.log.append(("write", s)); return 99
    def flush(self): self.log.append("flush")
f = File(); print(1, 2, file=f); print(f.log); f.log.clear(); print("x", sep="", end="", file=f, flush=True); print(f.log); f.log.clear(); print(file=f, flush=False); print(f.log); f.log.clear(); print("a", "b", sep="", end="", file=f); print(f.log)
class NoFlush:
    def write(self, s): pass
class BadWrite:
    def write(self, s): raise ValueError("write failed")
class BadStr:
    def __str__(self): raise KeyError("str failed")
class NotStr:
    def __str__(self): return 5
class WriteOnly: pass
def attempt(*args, **kwargs):
    try: print(*args, **kwargs)
    except Exception as error: sys.stdout.write(f"{type(error).__name__}: {error}\n")
attempt("x", file=NoFlush()); attempt("x", file=NoFlush(), flush=True); attempt("x", file=BadWrite()); attempt(BadStr()); attempt(NotStr()); attempt("x", file=WriteOnly()); attempt("x", file=5); attempt("x", sep=5); attempt("x", end=b""); attempt("x", sep="a", foo=1); attempt("x", flush="yes", file=NoFlush()); attempt("a", BadStr(), "b", sep="-"); print()
out = io.StringIO(); print("to", "string", file=out); print(repr(out.getvalue()))
saved, sys.stdout = sys.stdout, out; print("redirected"); sys.stdout = saved; print(repr(out.getvalue()))
sys.stdout = None; print("nowhere"); sys.stdout = saved
del sys.stdout
try: print("lost")
except RuntimeError as error: message = str(error)
sys.stdout = saved; print(message)
sys.stdin = io.StringIO("first line\n  second  \n\nlast without newline"); print([input(), input("prompt> "), input(), input()])
try: input()
except EOFError as error: print(type(error).__name__, error)
sys.stdin = None
try: input()
except RuntimeError as error: print(error)
class Lines:
    def __init__(self, *lines): self.lines = list(lines)
    def readline(self): return self.lines.pop(0)
sys.stdin = Lines("a\n", "b", "", 5)
for _ in range(4):
    try: print(repr(input("? ")))
    except Exception as error: print(type(error).__name__, error)
print(print.__name__, print.__module__, print(print) if False else None, repr(print))
