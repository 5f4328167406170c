# Deep and large sources: what is taken, and which error the rest raises.
import sys


def attempt(label, source, mode="exec"):
    try:
        code = compile(source, "<text>", mode)
    except (SyntaxError, RecursionError, MemoryError, OverflowError) as error:
        print(label, type(error).__name__, getattr(error, "msg", None) or error)
    else:
        print(label, "compiles")
        return code


attempt("parentheses 100", "(" * 100 + "1" + ")" * 100); attempt("parentheses 201", "(" * 201 + "1" + ")" * 201); attempt("brackets 201", "[" * 201 + "]" * 201); attempt("braces 201", "{" * 201 + "}" * 201)
attempt("unclosed 150", "(" * 150); attempt("mixed", "([{" * 60 + "1" + "}])" * 60)
attempt("additions", "+".join(["1"] * 900), "eval"); print(eval("+".join(["1"] * 900))); print(eval("-".join(["1"] * 901)))
attempt("names", "x = " + " + ".join(f"n{i}" for i in range(900))); attempt("and", " and ".join(["x"] * 3000)); attempt("attributes", "x" + ".y" * 1000); attempt("calls", "x" + "()" * 500); attempt("subscripts", "x" + "[0]" * 500)
attempt("comparisons", " < ".join(["x"] * 2000)); attempt("not", "not " * 500 + "x"); attempt("minus", "-" * 500 + "x"); attempt("powers", "**".join(["x"] * 100)); attempt("conditional", "a if b else " * 200 + "c"); attempt("lambdas", "lambda: " * 100 + "1")
attempt("assignments", " = ".join(f"x{i}" for i in range(1000)) + " = 1"); attempt("strings", "x = " + " ".join(["'a'"] * 3000)); attempt("fstrings", "x = " + " ".join(["f'{a}'"] * 500)); attempt("elif", "if x: pass\n" + "elif x: pass\n" * 500 + "else: pass")
ns = {}
exec("def f(" + ", ".join(f"a{i}" for i in range(1000)) + "): return a0 + a999", ns); print(ns["f"](*range(1000)))
exec("x = f(" + ", ".join(str(i) for i in range(1000)) + ")", ns); print(ns["x"])
exec("y = f(" + ", ".join(f"a{i}={i}" for i in range(1000)) + ")", ns); print(ns["y"])
exec("z = [" + ", ".join(str(i) for i in range(5000)) + "]", ns); print(len(ns["z"]), sum(ns["z"]))
exec("d = {" + ", ".join(f"{i}: {i}" for i in range(3000)) + "}", ns); print(len(ns["d"]))
exec("s = {" + ", ".join(str(i) for i in range(3000)) + "}", ns); print(len(ns["s"]))
exec("t = (" + ", ".join(f"'{i}'" for i in range(3000)) + ",)", ns); print(len(ns["t"]))
exec("\n".join(f"v{i} = {i}" for i in range(3000)), ns); print(ns["v2999"])
exec(", ".join(f"u{i}" for i in range(300)) + " = range(300)", ns); print(ns["u299"])
exec("def g():\n" + "\n".join(f"  l{i} = {i}" for i in range(1000)) + "\n  return l0 + l999", ns); print(ns["g"]())
exec("def h(x):\n" + "\n".join(f"  if x == {i}: return {i * 2}" for i in range(1000)), ns); print(ns["h"](999), ns["h"](1000))
exec("def k():\n  x = 0\n  while x < 3:\n    x += 1\n" + "    if x < 0: print(x + 1)\n" * 2000 + "  return x", ns); print(ns["k"]())
exec("class C:\n" + "\n".join(f"  def m{i}(self): return {i}" for i in range(500)), ns); print(ns["C"]().m499())
exec("if 1:\n" + "".join("  " * i + "if 1:\n" for i in range(1, 90)) + "  " * 90 + "deep = 1", ns); print(ns["deep"])
print(len(eval("'" + "a" * 100000 + "'")), eval("0x" + "f" * 5000).bit_length(), len(eval("'''" + "line\n" * 10000 + "'''")))
exec("# " + "x" * 100000 + "\nlong_comment = 1", ns); print(ns["long_comment"]); exec("\n" * 50000 + "many_lines = 1", ns); print(ns["many_lines"]); exec("name_" + "x" * 5000 + " = 5", ns); print(ns["name_" + "x" * 5000])
exec("with_ = 0\n" + "".join("  " * i + f"for i{i} in (1,):\n" for i in range(19)) + "  " * 19 + "with_ += 1", ns); print(ns["with_"])
f = eval("lambda " + ", ".join(f"a{i}=1" for i in range(500)) + ": a499"); print(f())
