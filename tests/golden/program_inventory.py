# A small program as users write them: dataclasses, enum, json, contextlib, itertools, f-strings.
from __future__ import annotations
import json, itertools, functools, operator
from collections import defaultdict, Counter, namedtuple, deque, OrderedDict, ChainMap
from contextlib import contextmanager, suppress, ExitStack
from dataclasses import dataclass, field, asdict, replace
from enum import Enum, auto, Flag, IntEnum
from typing import Iterable, Iterator, Optional

class Category(Enum):
    FRUIT = auto()
    TOOL = auto()
    BOOK = "book"

class Access(Flag):
    READ = auto()
    WRITE = auto()
    ALL = READ | WRITE

@dataclass(order=True)
class Item:
    sort_key: tuple = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 0
    category: Category = Category.FRUIT
    tags: list[str] = field(default_factory=list)
    def __post_init__(self):
        self.sort_key = (self.category.name, -self.price, self.name)
    @property
    def total(self) -> float:
        return self.price * self.quantity

@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

class Inventory:
    def __init__(self, items: Iterable[Item] = ()):
        self._items = {item.name: item for item in items}
        self.log = deque(maxlen=3)
    @contextmanager
    def transaction(self):
        backup = dict(self._items)
        self.log.append("begin")
        try:
            yield self
        except Exception as e:
            self._items = backup
            self.log.append(f"rollback {e!r}")
            raise
        else:
            self.log.append("commit")
    def __getitem__(self, name): return self._items[name]
    def add(self, item): self._items[item.name] = item
    def __iter__(self) -> Iterator[Item]: return iter(self._items.values())
    def by_category(self):
        groups = defaultdict(list)
        for item in self:
            groups[item.category].append(item)
        return groups

inventory = Inventory([
    Item("apple", 0.5, 10, tags=["red", "sweet"]),
    Item("hammer", 12.25, 2, Category.TOOL),
    Item("novel", 7, 1, Category.BOOK, ["paper"]),
    Item("pear", 0.75, 4),
])
for item in sorted(inventory):
    print(f"{item.name:>10} {item.price:8.2f} {item.quantity:>3d} {item.total:=+9.3f} {item.category}")
print(inventory["apple"], inventory["novel"] == replace(inventory["novel"]))
print({c.name: [i.name for i in g] for c, g in inventory.by_category().items()})
with suppress(ValueError), inventory.transaction() as t:
    t.add(Item("bad", -1))
    raise ValueError("negative price")
with inventory.transaction():
    inventory.add(Item("kiwi", 0.3, 100))
print(list(inventory.log), [i.name for i in inventory])
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Enum):
            return o.name
        return super().default(o)
text = json.dumps([asdict(i) for i in inventory], cls=Encoder, indent=1, sort_keys=True)
print(text[:200], len(text), json.loads(text)[1]["tags"])
print(Counter("mississippi").most_common(2), Counter(a=3) - Counter(a=1, b=2), +Counter(x=-1))
print(Access.READ | Access.WRITE, Access.ALL & ~Access.READ, list(Access), Access(0), Access.READ in Access.ALL)
p = Point(1, 2) + Point(3)
print(p, hash(p) == hash((4, 2)))
try:
    p.x = 5
except Exception as e:
    print(type(e).__name__, e)
print(list(itertools.islice(itertools.accumulate(itertools.count(1), operator.mul), 8)))
print([(k, len(list(g))) for k, g in itertools.groupby("aaabbc")], list(itertools.pairwise("abcd")))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
print(functools.reduce(operator.add, map(operator.attrgetter("total"), inventory)))
@functools.singledispatch
def show(x): return f"object {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
print(show(1), show([1, 2]), show("s"), show(True))
Row = namedtuple("Row", "id name", defaults=["?"])
print(Row(1), Row(2, "b")._replace(id=3), Row._fields, Row(1)._asdict())
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(cm["a"], cm["b"], sorted(cm), cm.maps)
od = OrderedDict.fromkeys("abc"); od.move_to_end("a"); print(list(od), od)
with ExitStack() as stack:
    for n in range(3):
        stack.callback(print, "exit", n)
