from __future__ import annotations
# Annotations as text are spelt uniformly, whatever the source looks like.
def f(x: "a"  | list [int], y: (1,2) = 3, *z: f"{a}", **k: lambda q :  q+ 1) -> {'a':1 , **b} : pass
class C:
    a: x if y else   z
    b: not  x
    c: 0x10 + 1e3
    d: [i for i in range( 10) if i]
print(f.__annotations__, C.__annotations__)
def g(a: list[int], b: dict[str, list[None]] | None, c: x.y.z, *args: *Ts, d: Callable[[int], str], e: x[(a, b)],
      f: tuple[int,], h: x [1], i: "quoted" 'twice', j: (yield_), k: -1 ** 2, l: 1e999, m: a.b .c) -> not  a: pass
print(g.__annotations__)
x: (a) = 1
(y): int = 2
print(__annotations__)
