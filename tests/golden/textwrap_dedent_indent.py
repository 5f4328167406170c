# dedent, indent and shorten.
import textwrap

for t in ["", "a", "  a", "  a\n  b", "  a\n    b\n", "  a\n\tb", "  a\n   b\n  c", " \n  a\n \n  b\n", "\ta\n\t\tb", "  \ta\n  \tb", "a\n  b", "\n\n  x\n", "   \n", "  a\n \t b\n", "  é\n  ü", "  a\n\n\n  b", "    if x:\n        y\n    z"]:
    print(repr(t), repr(textwrap.dedent(t)))
for t in ["", "a", "a\nb", "a\n\nb\n", " \n", "a\r\nb\r\n", "a\n  \nb", "\n"]:
    print(repr(t), repr(textwrap.indent(t, "> ")), repr(textwrap.indent(t, "> ", lambda line: True)), repr(textwrap.indent(t, "-", lambda line: "b" in line)))
print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11), textwrap.shorten("Hello world", width=10, placeholder="..."), repr(textwrap.shorten("  a   b\n c ", 100)))
for width in (5, 6, 8, 20):
    try:
        print(width, repr(textwrap.shorten("This is a longer text", width)))
    except ValueError as e:
        print(width, e)
print(textwrap.dedent("""\
    first
      second
    third
    """), end="")
print(textwrap.__all__)
