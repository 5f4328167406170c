# typing: parameters, forward references, names
from typing import *

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
D = TypeVar("D", default=int)


class G(Generic[T, S]):
    pass


class H(Generic[T, D]):
    pass


class V(Generic[T, *Ts]):
    pass


class Z(Generic[P]):
    pass


class Y(Generic[T, P]):
    pass


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for function in (
    lambda: get_args(List),
    lambda: get_args(Tuple[()]),
    lambda: get_args(int|str),
    lambda: get_args(Literal[1,'a']),
    lambda: NewType('U',int),
    lambda: NewType('U',int)(5),
    lambda: NewType('U',int).__supertype__,
    lambda: NewType('U',int)|None,
    lambda: type('X',(NewType('U',int),),{}),
    lambda: ForwardRef('a b'),
    lambda: ForwardRef('int'),
    lambda: ForwardRef(3),
    lambda: ForwardRef('int')==ForwardRef('int'),
    lambda: List['int'],
    lambda: List['a b'],
    lambda: cast(int,'x'),
    lambda: assert_type(1,int),
    lambda: assert_never(1),
    lambda: G.__parameters__,
    lambda: G[int,T].__parameters__,
    lambda: G[int,str].__origin__,
    lambda: G[int,str]().__orig_class__,
    lambda: G[int,str].x,
    lambda: G.__orig_bases__,
    lambda: G.__mro__,
    lambda: Generic[int],
    lambda: Generic[T,T],
    lambda: Generic[()],
    lambda: type('X',(Generic,),{}),
    lambda: Generic[T][int],
    lambda: Protocol[T],
    lambda: hash(List[int])==hash(List[int]),
    lambda: List[int] is List[int],
    lambda: {List[int]:1}[List[int]],
    lambda: List[int]==list[int],
    lambda: List.__origin__,
    lambda: List[int].__name__,
    lambda: List.__name__,
    lambda: Callable[[int],str].__name__,
    lambda: Optional[int].__name__,
    lambda: Union[int,str].__name__,
    lambda: List[int].append,
    lambda: List.append,
    lambda: List.__doc__,
    lambda: Text,
    lambda: Pattern[str],
    lambda: Match,
    lambda: ContextManager[int],
    lambda: Generator[int],
    lambda: AsyncGenerator[int],
    lambda: Deque[int],
    lambda: DefaultDict[int,str],
    lambda: OrderedDict[int,str],
    lambda: Counter[int],
    lambda: ChainMap[int,str],
    lambda: Concatenate[int],
    lambda: Concatenate[int,str],
    lambda: Concatenate[int,...],
    lambda: List[...],
    lambda: Callable[int,str],
    lambda: Callable[int],
    lambda: Callable[[int]],
    lambda: List[(1,2)],
    lambda: TypeAlias[int],
    lambda: LiteralString,
    lambda: Hashable,
    lambda: Sized,
    lambda: Hashable[int],
    lambda: AnyStr.__constraints__,
    lambda: NoDefault,
    lambda: type(NoDefault)(),
    lambda: TypeAliasType('A',int),
    lambda: TypeAliasType('A',list[T],type_params=(T,))[int],
    lambda: TypeAliasType('A',int).__value__,
    lambda: TypeAliasType('A',int)[int],
    lambda: IO[str],
    lambda: TextIO,
    lambda: SupportsInt,
    lambda: isinstance(1,SupportsInt),
    lambda: isinstance('',SupportsInt),
    lambda: isinstance(1, SupportsAbs),
    lambda: issubclass(int,SupportsIndex),
    lambda: Final,
    lambda: get_origin(Final[int]),
    lambda: Optional[()],
    lambda: Optional[int,str],
):
    show(function)
