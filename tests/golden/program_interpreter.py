# A tiny language: tokenizer with re, recursive descent, match statements, a class hierarchy.
import re, sys, operator
from dataclasses import dataclass
from typing import NamedTuple
from collections.abc import Callable, Mapping

class Token(NamedTuple):
    kind: str
    value: str
    position: int

TOKENS = re.compile(r"""
    (?P<number>\d+(?:\.\d*)?) | (?P<name>[A-Za-z_]\w*) | (?P<op>\*\*|[-+*/()=,]) | (?P<space>\s+) | (?P<wrong>.)
""", re.VERBOSE)

def tokenize(text):
    for m in TOKENS.finditer(text):
        match m.lastgroup:
            case "space":
                continue
            case "wrong":
                raise SyntaxError(f"unexpected {m[0]!r} at {m.start()}")
            case kind:
                yield Token(kind, m.group(), m.start())
    yield Token("end", "", len(text))

@dataclass
class Number: value: float
@dataclass
class Name: id: str
@dataclass
class Binary: op: str; left: object; right: object
@dataclass
class Call: function: str; arguments: list
@dataclass
class Assign: target: str; value: object

class Parser:
    LEVELS = [{"+", "-"}, {"*", "/"}]
    def __init__(self, text):
        self.tokens = list(tokenize(text)); self.index = 0
    @property
    def current(self): return self.tokens[self.index]
    def take(self, *values):
        token = self.current
        if values and token.value not in values: return None
        self.index += 1
        return token
    def statement(self):
        match self.tokens:
            case [Token("name", target), Token("op", "="), *_]:
                self.index = 2
                return Assign(target, self.expression())
        return self.expression()
    def expression(self, level=0):
        if level == len(self.LEVELS): return self.power()
        left = self.expression(level + 1)
        while token := (self.current.value in self.LEVELS[level] and self.take()):
            left = Binary(token.value, left, self.expression(level + 1))
        return left
    def power(self):
        base = self.atom()
        if self.take("**"): return Binary("**", base, self.power())
        return base
    def atom(self):
        match self.take():
            case Token("number", v): return Number(float(v) if "." in v else int(v))
            case Token("name", n) if self.take("("):
                arguments = []
                while not self.take(")"):
                    arguments.append(self.expression()); self.take(",")
                return Call(n, arguments)
            case Token("name", n): return Name(n)
            case Token(value="("):
                inner = self.expression()
                if not self.take(")"): raise SyntaxError("expected )")
                return inner
            case Token(value="-"): return Binary("-", Number(0), self.power())
            case token: raise SyntaxError(f"unexpected {token.kind} at {token.position}")

OPS: Mapping[str, Callable] = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": pow}

def evaluate(node, env):
    match node:
        case Number(value): return value
        case Name(id=n):
            try: return env[n]
            except KeyError: raise NameError(f"undefined {n}") from None
        case Binary(op, l, r): return OPS[op](evaluate(l, env), evaluate(r, env))
        case Call("max" | "min" as f, args): return {"max": max, "min": min}[f](evaluate(a, env) for a in args)
        case Call(f): raise NameError(f"no function {f}")
        case Assign(t, v): env[t] = evaluate(v, env); return env[t]

env = {}
for line in ["1+2*3", "x = 2 ** 3 ** 2", "(x - 12) / 4", "max(1, x, 3) - -1", "y", "1 +", "2 $ 3", "1 / 0", "foo(1)", "(1", "min()"]:
    try:
        print(f"{line:20} => {evaluate(Parser(line).statement(), env)}")
    except (SyntaxError, NameError, ZeroDivisionError, ValueError) as e:
        print(f"{line:20} !! {type(e).__name__}: {e}")
print(Parser("a*(b+1)").statement())
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world, foo bar"), re.split(r"[,;]\s*", "a, b;c"), re.findall(r"(a)(b)?", "abaa"))
