x, name, pi = 42, "Ada", 3.14159
print(f"{x} {name!r} {pi:.2f} {x:>6} {x:<6}| {x:^6} {x:06d} {x:#x} {x:b} {name:*^9} {pi:10.3e} {x:,} {1234567:_}")
print(f"{x=} {name = } {pi=:.1f} {x!r:>5} {'nested ' + f'{x + 1}'} {{braces}} {x:{'>'}{8}}")
print(f"{[i for i in range(3)]} {{'a': 1}} { {'a': 1}['a'] } {(lambda v: v * 2)(4)} {x if x else 0}")
print(f'{name["0":] if False else name[0]} {f"{f"{x}"}"} {"\n".join(["a", "b"])!r}')
print(f"""multi
{x
 + 1}
line""" "joined" f"{x}")
width, precision = 10, 3
print(f"{pi:{width}.{precision}}|{name:{width}}|{True}|{None!s:>6}|{x!a}")
class F:
    def __format__(self, s): return f"F({s})"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{F()} {F():abc} {F()!s} {F()!r:>6} {F()=} {F()=!s}")
print(rf"\d{x}\n", f"\x41{x}\t|", f"{x}" f"{name}", "plain" f"{x}")
print(f"{x:%}" if False else "", f"{0.256:.1%} {1e10} {1e16} {1e-5} {-0.0} {float('inf')} {float('nan')}")
print(f"{1:+d} {-1:+d} {1: d} {255:#o} {255:#b} {255:X} {'a':5}{'b':>5} {1.5:g} {1e20:g} {100:e} {1000000.0:,.2f}")
print(f"{3 + 4j} {b'x'} {[1, 'a']} {1_000} {'q"q'} {x!s}")
for bad in ("f'{x!z}'", "f'{'", "f'{}'", "f'}'", "f'{x:{y:{z}}}'", "f'{a b}'", "f'{x!}'"):
    try:
        eval(bad)
        print("fine", bad)
    except SyntaxError as e:
        print(e.msg)
    except NameError as e:
        print(e)
for spec in ("d", ".2f", "s", ">5", "q", ",", "05", "_x", "z.1f", "=5", "c"):
    for v in (65, 1.5, "ab", True):
        try:
            print(repr(format(v, spec)), end=" ")
        except (ValueError, TypeError, OverflowError) as e:
            print(f"[{e}]", end=" ")
    print()
