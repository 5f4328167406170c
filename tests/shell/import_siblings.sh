dir=$(mktemp -d); cd "$dir"
mkdir -p pkg/sub
printf 'print("pkg loads")\nfrom .a import f\n__all__ = ["f", "g"]\ng = 9\nh = 10\n' > pkg/__init__.py
printf 'from . import b\ndef f(): return b.value + 1\n' > pkg/a.py
printf 'from .sub import deep\nvalue = deep.x\n' > pkg/b.py
: > pkg/sub/__init__.py
printf 'x = 100\nfrom .. import __name__ as parent\n' > pkg/sub/deep.py
printf 'import pkg, sys\nfrom pkg import *\nprint(f(), g, "h" in dir(), pkg.sub.deep.parent)\nimport pkg.sub.deep as d\nprint(d.x, sorted(m for m in sys.modules if m.startswith("pkg")))\nimport pkg\ntry:\n    import pkg.nothing\nexcept ModuleNotFoundError as e:\n    print(e, e.name)\ntry:\n    from pkg import nothing\nexcept ImportError as e:\n    print(type(e).__name__, e.name)\nfrom pkg.sub import deep\nprint(deep is d)\n' > main.py
"$VIV" main.py
printf 'import c2\nx = 1\n' > c1.py; printf 'import c1\ntry:\n    print(c1.x)\nexcept AttributeError as e:\n    print(str(e)[:31])\ny = 2\n' > c2.py
"$VIV" -c 'import c1; print(c1.x, c1.c2.y)'
rm -r "$dir"
