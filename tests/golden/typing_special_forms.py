# typing: special forms and checks
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
    lambda: ClassVar[int,str],
    lambda: ClassVar[ClassVar[int]],
    lambda: List[ClassVar[int]],
    lambda: List[Final],
    lambda: List[Generic],
    lambda: Type[T][int],
    lambda: TypeGuard[int],
    lambda: Unpack[Ts],
    lambda: Unpack[Tuple[int]],
    lambda: Required[int],
    lambda: Any(),
    lambda: isinstance(1,Any),
    lambda: issubclass(int,Any),
    lambda: Union(),
    lambda: Union[int,str](),
    lambda: List(),
    lambda: List[int](),
    lambda: Callable(),
    lambda: Iterable[int](),
    lambda: NoReturn[int],
    lambda: Self,
    lambda: Optional,
    lambda: isinstance(1,Union[int,str]),
    lambda: isinstance([],List),
    lambda: isinstance([],List[int]),
    lambda: issubclass(list,Sequence),
    lambda: issubclass(List,Sequence),
    lambda: isinstance(1,Optional[int]),
    lambda: isinstance(1, Union[List[int],int]),
    lambda: isinstance(1, Literal[1]),
    lambda: TypeVar('A',int),
    lambda: TypeVar('A',int,str).__constraints__,
    lambda: TypeVar('A',bound='int').__bound__,
    lambda: TypeVar('A',covariant=True),
    lambda: TypeVar('A',contravariant=True),
    lambda: TypeVar('A',covariant=True,contravariant=True),
    lambda: TypeVar('A',int,str,bound=int),
    lambda: TypeVar('A',default=int).__default__,
    lambda: TypeVar('A').__default__,
    lambda: TypeVar('A').has_default(),
    lambda: TypeVar(3),
    lambda: P.args,
    lambda: P.kwargs,
    lambda: P.args.__origin__,
    lambda: P.args==P.args,
    lambda: list(Ts),
    lambda: T.__module__,
    lambda: T.__reduce__(),
    lambda: TypeVar('A',bound=1),
    lambda: type('X',(T,),{}),
    lambda: get_origin(List[int]),
    lambda: get_origin(Union[int,str]),
    lambda: get_origin(int|str),
    lambda: get_origin(int),
    lambda: get_origin(Generic[T]),
    lambda: get_origin(Generic),
    lambda: get_origin(Annotated[int,1]),
    lambda: get_origin(list[int]),
    lambda: get_origin(P.args),
    lambda: get_origin(Literal[1]),
    lambda: get_origin(Callable[[int],str]),
    lambda: get_origin(ClassVar[int]),
    lambda: get_origin(List),
    lambda: get_args(Callable[[int,str],float]),
    lambda: get_args(Callable[...,int]),
    lambda: get_args(Callable[P,int]),
    lambda: get_args(Dict[int,str]),
    lambda: get_args(Annotated[int,1,2]),
    lambda: get_args(int),
    lambda: get_args(Union[int,None]),
):
    show(function)
