"""Source text from a syntax tree.

Every expression is written for a place of some precedence and puts parentheses
around itself when it binds less tightly than the place asks for.
"""
import _ast

# From the loosest to the tightest.
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, ARITHMETIC, TERM, FACTOR, POWER,
 AWAIT, ATOM) = range(18)

BINARY = {'Add': ('+', ARITHMETIC), 'Sub': ('-', ARITHMETIC), 'Mult': ('*', TERM), 'MatMult': ('@', TERM),
          'Div': ('/', TERM), 'Mod': ('%', TERM), 'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT),
          'BitOr': ('|', BIT_OR), 'BitXor': ('^', BIT_XOR), 'BitAnd': ('&', BIT_AND), 'FloorDiv': ('//', TERM),
          'Pow': ('**', POWER)}
UNARY = {'Invert': ('~', FACTOR), 'Not': ('not', NOT), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR)}
COMPARISONS = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is',
               'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}
SINGLE_QUOTES = ("'", '"')
MULTILINE_QUOTES = ('"""', "'''")
ALL_QUOTES = SINGLE_QUOTES + MULTILINE_QUOTES
INFINITY = '1e309'


def _name_of(node):
    return type(node).__name__


def _quotable(text, quotes, escape_all):
    """The text with what needs it escaped, and the quotes that fit around it, the best first."""
    def escape(c):
        if c in '\n\t' and not escape_all:
            return c
        if c == '\\' or not c.isprintable():
            return c.encode('unicode_escape').decode('ascii')
        return c

    escaped = ''.join(map(escape, text))
    fitting = [q for q in quotes if q not in escaped and ('\n' not in escaped or len(q) == 3)]
    if not fitting:
        literal = repr(text)
        return literal[1:-1], [next((q for q in quotes if literal[0] in q), literal[0])]
    if escaped:
        fitting.sort(key=lambda q: q[0] == escaped[-1])
        if fitting[0][0] == escaped[-1]:
            escaped = f'{escaped[:-1]}\\{escaped[-1]}'
    return escaped, fitting


class Unparser:
    def __init__(self):
        self.parts = []
        self.depth = 0
        self.in_star_try = False

    # ---- Writing

    def write(self, *parts):
        self.parts.extend(parts)

    def line(self, text=''):
        if self.parts:
            self.parts.append('\n')
        self.parts.append('    ' * self.depth + text)

    def blank_line(self):
        if self.parts:
            self.parts.append('\n')

    def put(self, node, place=TEST):
        """Writes a node; place is the precedence that an expression must have to go without parentheses."""
        method = getattr(self, 'put_' + _name_of(node), None)
        if method is None:
            raise TypeError(f'cannot unparse {_name_of(node)}')
        if isinstance(node, (_ast.expr, _ast.pattern)):
            method(node, place)
        else:
            method(node)

    def put_all(self, nodes, place=TEST, separator=', '):
        for i, node in enumerate(nodes):
            if i:
                self.write(separator)
            self.put(node, place)

    def captured(self, function, *args):
        """What the function writes, as text instead."""
        outer, self.parts = self.parts, []
        function(*args)
        text, self.parts = ''.join(self.parts), outer
        return text

    def open_if(self, condition):
        if condition:
            self.write('(')
        return condition

    def close_if(self, condition):
        if condition:
            self.write(')')

    # ---- Blocks

    def body(self, statements, docstring_of=None):
        self.write(':')
        self.depth += 1
        self.statements(statements, docstring_of)
        self.depth -= 1

    def statements(self, statements, docstring_of=None):
        if docstring_of is not None and statements:
            first = statements[0]
            if isinstance(first, _ast.Expr) and isinstance(first.value, _ast.Constant) and \
                    isinstance(first.value.value, str):
                self.docstring(first.value)
                statements = statements[1:]
        for statement in statements:
            self.put(statement)

    def docstring(self, constant):
        self.line()
        if constant.kind == 'u':
            self.write('u')
        text, quotes = _quotable(constant.value, MULTILINE_QUOTES, False)
        self.write(quotes[0], text, quotes[0])

    def clause(self, word, statements):
        if statements:
            self.line(word)
            self.body(statements)

    # ---- Modules

    def put_Module(self, node):
        self.statements(node.body, node)

    def put_Interactive(self, node):
        self.statements(node.body)

    def put_Expression(self, node):
        self.put(node.body)

    def put_FunctionType(self, node):
        self.write('(')
        self.put_all(node.argtypes)
        self.write(') -> ')
        self.put(node.returns)

    # ---- Definitions

    def decorators(self, node):
        for decorator in node.decorator_list:
            self.line('@')
            self.put(decorator)

    def type_params(self, node):
        params = getattr(node, 'type_params', None)
        if params:
            self.write('[')
            self.put_all(params)
            self.write(']')

    def function(self, node, word):
        self.blank_line()
        self.decorators(node)
        self.line(f'{word} {node.name}')
        self.type_params(node)
        self.write('(')
        self.put(node.args)
        self.write(')')
        if node.returns:
            self.write(' -> ')
            self.put(node.returns)
        self.body(node.body, node)

    def put_FunctionDef(self, node):
        self.function(node, 'def')

    def put_AsyncFunctionDef(self, node):
        self.function(node, 'async def')

    def put_ClassDef(self, node):
        self.blank_line()
        self.decorators(node)
        self.line(f'class {node.name}')
        self.type_params(node)
        if node.bases or node.keywords:
            self.write('(')
            self.put_all([*node.bases, *node.keywords])
            self.write(')')
        self.body(node.body, node)

    def put_arguments(self, node):
        parts = []
        plain = [*node.posonlyargs, *node.args]
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        for i, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self.parameter(arg, default))
            if i == len(node.posonlyargs):
                parts.append('/')
        if node.vararg or node.kwonlyargs:
            parts.append('*' + (self.parameter(node.vararg) if node.vararg else ''))
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.parameter(arg, default))
        if node.kwarg:
            parts.append('**' + self.parameter(node.kwarg))
        self.write(', '.join(parts))

    def parameter(self, arg, default=None):
        text = self.captured(self.put, arg)
        return text if default is None else f'{text}={self.captured(self.put, default)}'

    def put_arg(self, node):
        self.write(node.arg)
        if node.annotation:
            self.write(': ')
            self.put(node.annotation)

    def put_keyword(self, node):
        self.write('**' if node.arg is None else f'{node.arg}=')
        self.put(node.value)

    def type_variable(self, node, stars):
        self.write(stars, node.name)
        if getattr(node, 'bound', None):
            self.write(': ')
            self.put(node.bound)
        if node.default_value:
            self.write(' = ')
            self.put(node.default_value)

    def put_TypeVar(self, node):
        self.type_variable(node, '')

    def put_TypeVarTuple(self, node):
        self.type_variable(node, '*')

    def put_ParamSpec(self, node):
        self.type_variable(node, '**')

    def put_TypeAlias(self, node):
        self.line('type ')
        self.put(node.name)
        self.type_params(node)
        self.write(' = ')
        self.put(node.value)

    # ---- Simple statements

    def put_Expr(self, node):
        self.line()
        self.put(node.value, YIELD)

    def keyword_statement(self, word, value):
        self.line(word)
        if value:
            self.write(' ')
            self.put(value)

    def put_Return(self, node):
        self.keyword_statement('return', node.value)

    def put_Raise(self, node):
        if not node.exc and node.cause:
            raise ValueError("Node can't be used without a value attribute.")
        self.keyword_statement('raise', node.exc)
        if node.cause:
            self.write(' from ')
            self.put(node.cause)

    def put_Delete(self, node):
        self.line('del ')
        self.put_all(node.targets)

    def put_Assert(self, node):
        self.line('assert ')
        self.put(node.test)
        if node.msg:
            self.write(', ')
            self.put(node.msg)

    def put_Pass(self, node):
        self.line('pass')

    def put_Break(self, node):
        self.line('break')

    def put_Continue(self, node):
        self.line('continue')

    def put_Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def put_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def put_Import(self, node):
        self.line('import ')
        self.put_all(node.names)

    def put_ImportFrom(self, node):
        self.line('from ' + '.' * (node.level or 0) + (node.module or '') + ' import ')
        self.put_all(node.names)

    def put_alias(self, node):
        self.write(node.name + (f' as {node.asname}' if node.asname else ''))

    def put_Assign(self, node):
        self.line()
        for target in node.targets:
            self.put(target, TUPLE)
            self.write(' = ')
        self.put(node.value)

    def put_AugAssign(self, node):
        self.line()
        self.put(node.target)
        self.write(f' {BINARY[_name_of(node.op)][0]}= ')
        self.put(node.value)

    def put_AnnAssign(self, node):
        self.line()
        wrapped = self.open_if(not node.simple and isinstance(node.target, _ast.Name))
        self.put(node.target)
        self.close_if(wrapped)
        self.write(': ')
        self.put(node.annotation)
        if node.value:
            self.write(' = ')
            self.put(node.value)

    # ---- Compound statements

    def put_If(self, node):
        word = 'if '
        while True:
            self.line(word)
            self.put(node.test)
            self.body(node.body)
            if len(node.orelse) != 1 or not isinstance(node.orelse[0], _ast.If):
                break
            node = node.orelse[0]
            word = 'elif '
        self.clause('else', node.orelse)

    def put_While(self, node):
        self.line('while ')
        self.put(node.test)
        self.body(node.body)
        self.clause('else', node.orelse)

    def put_For(self, node, word='for '):
        self.line(word)
        self.put(node.target, TUPLE)
        self.write(' in ')
        self.put(node.iter)
        self.body(node.body)
        self.clause('else', node.orelse)

    def put_AsyncFor(self, node):
        self.put_For(node, 'async for ')

    def put_With(self, node, word='with '):
        self.line(word)
        self.put_all(node.items)
        self.body(node.body)

    def put_AsyncWith(self, node):
        self.put_With(node, 'async with ')

    def put_withitem(self, node):
        self.put(node.context_expr)
        if node.optional_vars:
            self.write(' as ')
            self.put(node.optional_vars)

    def put_Try(self, node, starred=False):
        before, self.in_star_try = self.in_star_try, starred
        self.line('try')
        self.body(node.body)
        for handler in node.handlers:
            self.put(handler)
        self.clause('else', node.orelse)
        self.clause('finally', node.finalbody)
        self.in_star_try = before

    def put_TryStar(self, node):
        self.put_Try(node, True)

    def put_ExceptHandler(self, node):
        self.line('except*' if self.in_star_try else 'except')
        if node.type:
            self.write(' ')
            self.put(node.type)
        if node.name:
            self.write(' as ', node.name)
        self.body(node.body)

    def put_Match(self, node):
        self.line('match ')
        self.put(node.subject)
        self.write(':')
        self.depth += 1
        for case in node.cases:
            self.put(case)
        self.depth -= 1

    def put_match_case(self, node):
        self.line('case ')
        self.put(node.pattern, TEST)
        if node.guard:
            self.write(' if ')
            self.put(node.guard)
        self.body(node.body)

    # ---- Patterns

    def put_MatchValue(self, node, place):
        self.put(node.value)

    def put_MatchSingleton(self, node, place):
        self.write(repr(node.value))

    def put_MatchSequence(self, node, place):
        self.write('[')
        self.put_all(node.patterns)
        self.write(']')

    def put_MatchStar(self, node, place):
        self.write('*', node.name or '_')

    def put_MatchMapping(self, node, place):
        parts = [f'{self.captured(self.put, key)}: {self.captured(self.put, pattern)}'
                 for key, pattern in zip(node.keys, node.patterns)]
        if node.rest is not None:
            parts.append('**' + node.rest)
        self.write('{', ', '.join(parts), '}')

    def put_MatchClass(self, node, place):
        self.put(node.cls, ATOM)
        parts = [self.captured(self.put, pattern) for pattern in node.patterns]
        parts += [f'{name}={self.captured(self.put, pattern)}'
                  for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)]
        self.write('(', ', '.join(parts), ')')

    def put_MatchAs(self, node, place):
        if node.name is None:
            self.write('_')
        elif node.pattern is None:
            self.write(node.name)
        else:
            wrapped = self.open_if(place > TEST)
            self.put(node.pattern, BIT_OR)
            self.write(' as ', node.name)
            self.close_if(wrapped)

    def put_MatchOr(self, node, place):
        wrapped = self.open_if(place > BIT_OR)
        self.put_all(node.patterns, BIT_OR + 1, ' | ')
        self.close_if(wrapped)

    # ---- Operators

    def put_NamedExpr(self, node, place):
        wrapped = self.open_if(place > NAMED)
        self.put(node.target, ATOM)
        self.write(' := ')
        self.put(node.value, ATOM)
        self.close_if(wrapped)

    def put_BoolOp(self, node, place):
        word, level = (' and ', AND) if isinstance(node.op, _ast.And) else (' or ', OR)
        wrapped = self.open_if(place > level)
        for i, value in enumerate(node.values):
            if i:
                self.write(word)
            # As in CPython, each further operand must bind tighter than the one before.
            level = min(level + 1, ATOM)
            self.put(value, level)
        self.close_if(wrapped)

    def put_BinOp(self, node, place):
        sign, level = BINARY[_name_of(node.op)]
        wrapped = self.open_if(place > level)
        power = sign == '**'
        self.put(node.left, level + power)
        self.write(f' {sign} ')
        self.put(node.right, level + (not power))
        self.close_if(wrapped)

    def put_UnaryOp(self, node, place):
        sign, level = UNARY[_name_of(node.op)]
        wrapped = self.open_if(place > level)
        self.write(sign, '' if level == FACTOR else ' ')
        self.put(node.operand, level)
        self.close_if(wrapped)

    def put_Compare(self, node, place):
        wrapped = self.open_if(place > COMPARE)
        self.put(node.left, COMPARE + 1)
        for op, right in zip(node.ops, node.comparators):
            self.write(f' {COMPARISONS[_name_of(op)]} ')
            self.put(right, COMPARE + 1)
        self.close_if(wrapped)

    def put_IfExp(self, node, place):
        wrapped = self.open_if(place > TEST)
        self.put(node.body, TEST + 1)
        self.write(' if ')
        self.put(node.test, TEST + 1)
        self.write(' else ')
        self.put(node.orelse, TEST)
        self.close_if(wrapped)

    def put_Lambda(self, node, place):
        wrapped = self.open_if(place > TEST)
        arguments = self.captured(self.put, node.args)
        self.write('lambda', f' {arguments}' if arguments else '', ': ')
        self.put(node.body, TEST)
        self.close_if(wrapped)

    def suspended(self, node, word, level, place):
        wrapped = self.open_if(place > level)
        self.write(word)
        if node.value:
            self.write(' ')
            self.put(node.value, ATOM)
        self.close_if(wrapped)

    def put_Await(self, node, place):
        self.suspended(node, 'await', AWAIT, place)

    def put_Yield(self, node, place):
        self.suspended(node, 'yield', YIELD, place)

    def put_YieldFrom(self, node, place):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        self.suspended(node, 'yield from', YIELD, place)

    # ---- Atoms

    def put_Name(self, node, place):
        self.write(node.id)

    def put_Constant(self, node, place):
        value = node.value
        if value is ...:
            self.write('...')
        elif isinstance(value, tuple):
            self.write('(', ', '.join(map(repr, value)), ',)' if len(value) == 1 else ')')
        elif isinstance(value, (float, complex)):
            self.write(repr(value).replace('inf', INFINITY).replace('nan', f'({INFINITY}-{INFINITY})'))
        else:
            self.write('u' if node.kind == 'u' else '', repr(value))

    def put_Attribute(self, node, place):
        self.put(node.value, ATOM)
        if isinstance(node.value, _ast.Constant) and isinstance(node.value.value, int):
            self.write(' ')  # 3 .real
        self.write('.', node.attr)

    def put_Call(self, node, place):
        self.put(node.func, ATOM)
        self.write('(')
        self.put_all([*node.args, *node.keywords])
        self.write(')')

    def put_Subscript(self, node, place):
        self.put(node.value, ATOM)
        self.write('[')
        if isinstance(node.slice, _ast.Tuple) and node.slice.elts:
            self.items(node.slice.elts)
        else:
            self.put(node.slice)
        self.write(']')

    def put_Slice(self, node, place):
        if node.lower:
            self.put(node.lower)
        self.write(':')
        if node.upper:
            self.put(node.upper)
        if node.step:
            self.write(':')
            self.put(node.step)

    def put_Starred(self, node, place):
        self.write('*')
        self.put(node.value, BIT_OR)

    def items(self, nodes):
        self.put_all(nodes)
        if len(nodes) == 1:
            self.write(',')

    def put_Tuple(self, node, place):
        wrapped = self.open_if(not node.elts or place > TUPLE)
        self.items(node.elts)
        self.close_if(wrapped)

    def put_List(self, node, place):
        self.write('[')
        self.put_all(node.elts)
        self.write(']')

    def put_Set(self, node, place):
        if node.elts:
            self.write('{')
            self.put_all(node.elts)
            self.write('}')
        else:
            self.write('{*()}')

    def put_Dict(self, node, place):
        self.write('{')
        for i, (key, value) in enumerate(zip(node.keys, node.values)):
            if i:
                self.write(', ')
            if key is None:
                self.write('**')
                self.put(value, BIT_OR)
            else:
                self.put(key)
                self.write(': ')
                self.put(value)
        self.write('}')

    # ---- Comprehensions

    def comprehension(self, brackets, element, generators):
        self.write(brackets[0])
        self.put(element)
        for generator in generators:
            self.put(generator)
        self.write(brackets[1])

    def put_ListComp(self, node, place):
        self.comprehension('[]', node.elt, node.generators)

    def put_SetComp(self, node, place):
        self.comprehension('{}', node.elt, node.generators)

    def put_GeneratorExp(self, node, place):
        self.comprehension('()', node.elt, node.generators)

    def put_DictComp(self, node, place):
        self.write('{')
        self.put(node.key)
        self.write(': ')
        self.comprehension(('', '}'), node.value, node.generators)

    def put_comprehension(self, node):
        self.write(' async for ' if node.is_async else ' for ')
        self.put(node.target, TUPLE)
        self.write(' in ')
        self.put(node.iter, TEST + 1)
        for condition in node.ifs:
            self.write(' if ')
            self.put(condition, TEST + 1)

    # ---- f-strings

    def put_JoinedStr(self, node, place):
        parts = [(self.captured(self.fstring_part, value), isinstance(value, _ast.Constant))
                 for value in node.values]
        quotes, texts = list(ALL_QUOTES), []
        for text, is_constant in parts:
            if is_constant:
                text, fitting = _quotable(text, quotes, True)
                if not set(fitting) & set(quotes):
                    quotes, texts = ["'''"], [repr('"' + text)[2:-1] if literal else text for text, literal in parts]
                    break
                quotes = fitting
            elif '\n' in text:
                quotes = [q for q in quotes if len(q) == 3]
            texts.append(text)
        self.write('f', quotes[0], *texts, quotes[0])

    def fstring_part(self, node, in_specification=False):
        if isinstance(node, _ast.JoinedStr):
            for value in node.values:
                self.fstring_part(value, in_specification)
        elif isinstance(node, _ast.Constant) and isinstance(node.value, str):
            text = node.value.replace('{', '{{').replace('}', '}}')
            if in_specification:
                for plain, escaped in ('\\', '\\\\'), ("'", "\\'"), ('"', '\\"'), ('\n', '\\n'):
                    text = text.replace(plain, escaped)
            self.write(text)
        elif isinstance(node, _ast.FormattedValue):
            self.put(node)
        else:
            raise ValueError(f'Unexpected node inside JoinedStr, {node!r}')

    def put_FormattedValue(self, node, place):
        inner = Unparser()
        inner.put(node.value, TEST + 1)
        text = ''.join(inner.parts)
        self.write('{', ' ' if text.startswith('{') else '', text)
        if node.conversion != -1:
            self.write(f'!{chr(node.conversion)}')
        if node.format_spec:
            self.write(':')
            self.fstring_part(node.format_spec, True)
        self.write('}')


def unparse(node):
    unparser = Unparser()
    if isinstance(node, list):
        unparser.statements(node)
    else:
        unparser.put(node)
    return ''.join(unparser.parts)


def unparse_dumped(text):
    """Source of a tree that the compiler hands over as text."""
    return unparse(_ast._from_text(text))
