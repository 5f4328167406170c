"""Syntax trees: making them from source, looking at them, changing them, and writing them as source again."""
import _ast
from _ast import *
from _ast import AST, PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_ONLY_AST, PyCF_OPTIMIZED_AST, PyCF_TYPE_COMMENTS


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    """The tree of the source."""
    return compile(source, filename, mode, PyCF_ONLY_AST, True, optimize)


# ---- Literals

def _refuse(node):
    where = f' on line {node.lineno}' if getattr(node, 'lineno', None) else ''
    raise ValueError(f'malformed node or string{where}: {node!r}')


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _refuse(node)
    return node.value


def _signed_number(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set' and \
            node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _refuse(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed_number(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed_number(node)


def literal_eval(node_or_string):
    """The value of an expression of literals: numbers, strings, bytes, tuples, lists, dicts, sets, None and the like."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval').body
    elif isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


# ---- Looking

def iter_fields(node):
    """The fields that the node has, as pairs of name and value."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below."""
    for _, field in iter_fields(node):
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            for item in field:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """The node and all below it, level by level."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """The tree as text."""
    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {node.__class__.__name__!r}')
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _dump(node, 0, annotate_fields, include_attributes, indent, show_empty)[0]


def _dump(node, level, annotate, attributes, indent, show_empty):
    """Text, and whether it fits on the line of its parent."""
    level += 1
    if indent is not None:
        prefix, separator = '\n' + indent * level, ',\n' + indent * level
    else:
        prefix, separator = '', ', '
    if isinstance(node, AST):
        cls, args, simple, keywords, left_out = type(node), [], True, annotate, []
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                keywords = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                keywords = True
                continue
            if not show_empty:
                if value == [] and isinstance(value, list):
                    if not keywords:
                        left_out.append(repr(value))
                    else:
                        keywords = True
                    continue
                if not keywords and left_out:
                    args.extend(left_out)
                    left_out = []
            text, fits = _dump(value, level, annotate, attributes, indent, show_empty)
            simple = simple and fits
            args.append(f'{name}={text}' if keywords else text)
        if attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                text, fits = _dump(value, level, annotate, attributes, indent, show_empty)
                simple = simple and fits
                args.append(f'{name}={text}')
        if simple and len(args) <= 3:
            return f'{cls.__name__}({", ".join(args)})', not args
        return f'{cls.__name__}({prefix}{separator.join(args)})', False
    if isinstance(node, list):
        if not node:
            return '[]', True
        items = [_dump(item, level, annotate, attributes, indent, show_empty)[0] for item in node]
        return f'[{prefix}{separator.join(items)}]', False
    return repr(node), True


def get_docstring(node, clean=True):
    """The docstring of a definition or module; None when it has none."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    if clean:
        import inspect
        return inspect.cleandoc(value.value)
    return value.value


def _split_lines(source):
    """Lines with their ends, as the tokenizer sees them: form feeds and the like end none."""
    lines = ['']
    for part in source.replace('\r\n', '\n').replace('\r', '\n').splitlines(keepends=True):
        lines[-1] += part
        if part.endswith('\n'):
            lines.append('')
    return lines


def get_source_segment(source, node, *, padded=False):
    """The source of a node; None when it does not know where it stands."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _split_lines(source)
    if first == last:
        return lines[first].encode()[start:end].decode()
    padding = ''
    if padded:
        padding = ''.join(c if c in '\f\t' else ' ' for c in lines[first].encode()[:start].decode())
    begin = padding + lines[first].encode()[start:].decode()
    finish = lines[last].encode()[:end].decode()
    return ''.join([begin, *lines[first + 1:last], finish])


# ---- Places

def copy_location(new_node, old_node):
    """Give the new node the old one's place; returns it."""
    for name in 'lineno', 'col_offset', 'end_lineno', 'end_col_offset':
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give all nodes that have no place that of their parent; returns the node."""
    def fix(node, place):
        place = list(place)
        for i, name in enumerate(('lineno', 'col_offset', 'end_lineno', 'end_col_offset')):
            if name not in node._attributes:
                continue
            value = getattr(node, name, None)
            if value is None:
                setattr(node, name, place[i])
            else:
                place[i] = value
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Move the tree down by n lines; returns it."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end + n
    return node


def _check_tree(tree):
    """What compile() asks of a tree: places and required fields."""
    for node in walk(tree):
        kind = type(node).__mro__[-3].__name__ if len(type(node).__mro__) > 3 else type(node).__name__
        for name, field_kind in type(node)._kinds.items():
            if field_kind not in ('*', '?') and not hasattr(node, name):
                raise TypeError(f'required field "{name}" missing from {type(node).__name__}')
        for name in 'lineno', 'col_offset':
            if name in node._attributes and not hasattr(node, name):
                raise TypeError(f'required field "{name}" missing from {kind}')


# ---- Visitors

class NodeVisitor:
    """Calls visit_CLASS for every node it is shown, or generic_visit, which goes on below."""

    def visit(self, node):
        """Calls visit_X for a node of class X, or generic_visit()."""
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        """Visit all nodes right below."""
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """A visitor whose results take the place of the nodes: None removes one, a list is put in."""

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, list):
                new = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                value[:] = new
            elif isinstance(value, AST):
                made = self.visit(value)
                if made is None:
                    delattr(node, name)
                else:
                    setattr(node, name, made)
        return node


def unparse(ast_obj):
    """Source from which the same tree would be made."""
    import _ast_unparse
    return _ast_unparse.unparse(ast_obj)
