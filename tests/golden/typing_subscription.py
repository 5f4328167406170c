# typing: subscripting generic classes and aliases
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
    lambda: dict[T,S][()],
    lambda: dict[T,S][int],
    lambda: G[int],
    lambda: G[()],
    lambda: G[int,str,float],
    lambda: H[int],
    lambda: H[()],
    lambda: H[int,str],
    lambda: H[int,str,int],
    lambda: V[int],
    lambda: V[int,str,float],
    lambda: V[()],
    lambda: Z[int],
    lambda: Z[int,str],
    lambda: Z[[int,str]],
    lambda: Z[...],
    lambda: Z[P],
    lambda: Y[int,[str]],
    lambda: Y[int,...],
    lambda: Y[int,str],
    lambda: Y[int],
    lambda: Z[P][int],
    lambda: Z[Concatenate[int,P]],
    lambda: Z[Concatenate[int,P]][str],
    lambda: G[T,list[S]][int,str],
    lambda: G[T,list[S]][int],
    lambda: Dict[T,S][int],
    lambda: List[T][int,str],
    lambda: List[int][int],
    lambda: List[int,str],
    lambda: Dict[int],
    lambda: Callable[[T],S][int,str],
    lambda: Callable[P,T][[int],str],
    lambda: Callable[P,T][...,str],
    lambda: Callable[Concatenate[int,P],T],
    lambda: Tuple[T,...][int],
    lambda: Tuple[()],
    lambda: Tuple[int,...],
    lambda: Tuple,
    lambda: Tuple[*Ts][int,str],
    lambda: Optional[int],
    lambda: Optional[T][str],
    lambda: Union[int,str,int],
    lambda: Union[int],
    lambda: Union[()],
    lambda: Union[int,None],
    lambda: Union[List[int],None],
    lambda: Union[T,int][str],
    lambda: Union[int, Union[str,float]],
    lambda: Union[int,str]==Union[str,int],
    lambda: Union[int,str]==int|str,
    lambda: int|T,
    lambda: T|None,
    lambda: List[int]|str,
    lambda: 'x'|T,
    lambda: Optional['x'],
    lambda: Union[int,3],
    lambda: Literal[1,2,1],
    lambda: Literal[1]==Literal[True],
    lambda: Literal[1,2]==Literal[2,1],
    lambda: Literal[Literal[1],2],
    lambda: Literal['a',None,b'x'],
    lambda: Literal[[]],
    lambda: Annotated[int,1],
    lambda: Annotated[Annotated[int,1],2],
    lambda: Annotated[T,1][int],
    lambda: Annotated[int],
    lambda: Annotated[int,1].__metadata__,
    lambda: ClassVar[int],
    lambda: Final[int],
):
    show(function)
