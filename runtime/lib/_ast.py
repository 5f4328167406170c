"""The classes of the syntax tree.

The table below is the abstract grammar of Python 3.13: a class for every line,
its fields with their types, * for a list and ? for what may be None.
"""

__all__ = []

PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ONLY_AST = 0x400
PyCF_OPTIMIZED_AST = 0x8400
PyCF_TYPE_COMMENTS = 0x1000

_GRAMMAR = '''
mod: Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
stmt@: FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params) | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment) | TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, operator op, expr value) | AnnAssign(expr target, expr annotation, expr? value, int simple) | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr@: BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse) | Dict(expr* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords) | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values) | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context: Load | Store | Del
boolop: And | Or
operator: Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop: Invert | Not | UAdd | USub
cmpop: Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension = (expr target, expr iter, expr* ifs, int is_async)
excepthandler@: ExceptHandler(expr? type, identifier? name, stmt* body)
arguments = (arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg@ = (identifier arg, expr? annotation, string? type_comment)
keyword@ = (identifier? arg, expr value)
alias@ = (identifier name, identifier? asname)
withitem = (expr context_expr, expr? optional_vars)
match_case = (pattern pattern, expr? guard, stmt* body)
pattern@@: MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns) | MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore: TypeIgnore(int lineno, string tag)
type_param@@: TypeVar(identifier name, expr? bound, expr? default_value) | ParamSpec(identifier name, expr? default_value) | TypeVarTuple(identifier name, expr? default_value)
'''


def _warn(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


class AST:
    """A node: its fields, and where it stands, are attributes."""

    __module__ = 'ast'
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    _field_types = {}
    _optional = frozenset()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            raise TypeError(f"{cls.__name__} constructor takes at most {len(fields)} positional argument"
                            f"{'' if len(fields) == 1 else 's'}")
        missing = list(fields)
        for name, value in zip(fields, args):
            setattr(self, name, value)
            missing.remove(name)
        for name, value in kwargs.items():
            if name in fields:
                if name not in missing:
                    raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
                missing.remove(name)
            elif name not in cls._attributes:
                _warn(f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. Support for arbitrary "
                      "keyword arguments is deprecated and will be removed in Python 3.15.")
            setattr(self, name, value)
        for name in missing:
            kind = cls._kinds.get(name)
            if kind is None or kind == '?':
                continue
            if kind == '*':
                setattr(self, name, [])
            elif kind == 'expr_context':
                setattr(self, name, Load())
            else:
                _warn(f"{cls.__name__}.__init__ missing 1 required positional argument: {name!r}. This will become "
                      "an error in Python 3.15.")

    _kinds = {}

    def __reduce__(self):
        state = self.__dict__
        positional = []
        for name in self._fields:
            if name not in state:
                break
            positional.append(state[name])
        return type(self), tuple(positional), dict(state)

    def __replace__(self, /, **changes):
        allowed = {*self._fields, *self._attributes}
        for name in changes:
            if name not in allowed:
                raise TypeError(f"{type(self).__name__}.__replace__ got an unexpected keyword argument {name!r}.")
        return type(self)(**{**self.__dict__, **changes})


_PLACES = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')


def _define(name, base, fields, doc):
    names, kinds, namespace = [], {}, {'__doc__': doc, '__module__': 'ast'}
    for field in filter(None, (fields or '').split(', ')):
        type_name, field_name = field.split()
        names.append(field_name)
        mark = type_name[-1] if type_name[-1] in '*?' else ''
        kinds[field_name] = mark or type_name
        if mark == '?':
            namespace[field_name] = None
    if fields is not None:
        namespace.update(_fields=tuple(names), __match_args__=tuple(names), _kinds=kinds)
    globals()[name] = made = type(name, (base,), namespace)
    __all__.append(name)
    return made


def _define_all():
    raw = {}
    for line in _GRAMMAR.strip().splitlines():
        head, separator, rest = line.partition(': ') if ': ' in line else line.partition(' = ')
        name = head.rstrip('@')
        if separator == ' = ':
            made = _define(name, AST, rest.strip('()'), f'{name}{rest}')
            raw[name] = rest.strip('()')
        else:
            indent = '\n' + ' ' * (len(name) + 1)
            made = _define(name, AST, None, f'{name} = ' + f'{indent}| '.join(rest.split(' | ')))
            for production in rest.split(' | '):
                own, _, fields = production.partition('(')
                _define(own, made, fields.rstrip(')'), production)
                raw[own] = fields.rstrip(')')
        if head.endswith('@'):
            made._attributes = _PLACES
            if not head.endswith('@@'):
                made.end_lineno = made.end_col_offset = None
    simple = {'identifier': str, 'string': str, 'int': int, 'constant': object}
    for name, fields in raw.items():
        types = {}
        for field in filter(None, fields.split(', ')):
            type_name, field_name = field.split()
            plain = simple.get(type_name.rstrip('*?')) or globals()[type_name.rstrip('*?')]
            types[field_name] = list[plain] if type_name[-1] == '*' else plain | None if type_name[-1] == '?' else plain
        globals()[name]._field_types = types


_define_all()
_SINGLE = {name: made() for name, made in list(globals().items())
           if isinstance(made, type) and made.__mro__[1].__name__ in ('expr_context', 'boolop', 'operator', 'unaryop',
                                                                      'cmpop')}


def _node_maker(made):
    new = made.__new__
    defaults = {name: kind for name, kind in made._kinds.items() if kind in ('*', '?')}

    def make(**fields):
        node = new(made)
        for name, kind in defaults.items():
            if name not in fields:
                fields[name] = [] if kind == '*' else None
        node.__dict__.update(fields)
        return node
    return make


def _single_maker(node):
    return lambda: node


_MAKERS = {name: _single_maker(_SINGLE[name]) if name in _SINGLE else _node_maker(globals()[name])
           for name in __all__}
_MAKERS.update(inf=float('inf'), nan=float('nan'), infj=complex(0, float('inf')), __builtins__={},
               Ellipsis=...)


def _from_text(text):
    """The tree from what the parser wrote of it: calls of the classes by name."""
    return eval(text, _MAKERS)


def _compile(node, filename, mode, flags, optimize):
    """What compile() does with a tree."""
    import ast
    wanted = {'exec': Module, 'eval': Expression, 'single': Interactive}[mode]
    if not isinstance(node, wanted):
        raise TypeError(f'expected {wanted.__name__} node, got {type(node).__name__}')
    if flags & PyCF_ONLY_AST:
        return node
    ast._check_tree(node)
    return compile(ast.unparse(node), filename, mode, flags, True, optimize)
