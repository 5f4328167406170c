"""Shrinking a program that shows a difference: statements go, compound ones make way for their bodies,
expressions for their parts; what still differs stays."""
import ast


def lines_reduced(source, differs):
    lines = source.split("\n")
    size = max(1, len(lines) // 2)
    while size >= 1:
        i = 0
        while i < len(lines):
            attempt = lines[:i] + lines[i + size:]
            if attempt and differs("\n".join(attempt)):
                lines = attempt
            else:
                i += size
        size //= 2
    return "\n".join(lines)


def bodies(tree):
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            value = getattr(node, field, None)
            if isinstance(value, list) and value and isinstance(value[0], (ast.stmt, ast.ExceptHandler, ast.match_case)):
                yield node, field


def variants(tree):
    """Smaller trees, as functions that change the tree and give back what undoes it."""
    for node, field in list(bodies(tree)):
        items = getattr(node, field)
        for i, item in enumerate(items):
            without = items[:i] + items[i + 1:]
            if not without and field == "body" and not isinstance(node, ast.Module):
                without = [ast.Pass()]
                if isinstance(item, ast.Pass):
                    continue
            yield node, field, without
            for inner in ("body", "orelse", "finalbody"):
                block = getattr(item, inner, None)
                if isinstance(block, list) and isinstance(item, ast.stmt) and block:
                    yield node, field, items[:i] + block + items[i + 1:]
    for node in list(ast.walk(tree)):
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.expr):
                for child in ast.iter_child_nodes(value):
                    if isinstance(child, ast.expr):
                        yield node, field, child
            elif isinstance(value, list) and len(value) > 0 and isinstance(value[0], (ast.expr, ast.keyword)):
                for i in range(len(value)):
                    yield node, field, value[:i] + value[i + 1:]


def tree_reduced(source, differs):
    for _ in range(60):
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            return source
        for node, field, smaller in variants(tree):
            before = getattr(node, field)
            setattr(node, field, smaller)
            try:
                text = ast.unparse(ast.fix_missing_locations(tree))
            except Exception:
                text = source
            if len(text) < len(source) and differs(text):
                source = text
                break
            setattr(node, field, before)
        else:
            return source
    return source


def reduce(source, differs, syntax=False):
    source = lines_reduced(source, differs)
    if syntax:
        return source
    try:
        plain = ast.unparse(ast.parse(source))
    except (SyntaxError, ValueError):
        return source
    if differs(plain):
        source = tree_reduced(plain, differs)
    return source
