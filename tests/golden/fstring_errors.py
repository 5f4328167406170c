# Syntax errors in f-strings.


def show(source):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "is fine")


for source in [
    "f'{}'", "f'{ }'", "f'{  !r}'", "f'{!r}'", "f'{:x}'", "f'{=}'", "f'{!}'", "f'{a'", "f'{a!'", "f'{a!}'", "f'{a!r'", "f'{a!rr}'", "f'{a!x}'", "f'{a! r}'", "f'{a !r}'", "f'{a!r }'", "f'{a!r:'",
    "f'{a:'", "f'{a:{'", "f'{a:{b}'", "f'{a:{b:{c}}}'", "f'{a:{b:{c:{d}}}}'", "f'}'", "f'{a}}'", "f'{{a}'", "f'{a}}}'", "f'{a b}'", "f'{a, b}'", "f'{a +}'", "f'{+}'", "f'{a.}'", "f'{a..b}'", "f'{a[}'",
    "f'{a(}'", "f'{(a}'", "f'{a)}'", "f'{a]}'", "f'{[a}'", "f'{a:)}'", "f'{lambda x: 1}'", "f'{(lambda x: 1)}'", "f'{lambda: 1}'", "f'{lambda x}'", "f'{a = b}'", "f'{a == b}'", "f'{a := 1}'", "f'{(a := 1)}'",
    "f'{a=!r}'", "f'{a=:x}'", "f'{a=b}'", "f'{a==}'", "f'{a=}='", "f'{if x}'", "f'{for}'", "f'{import a}'", "f'{class}'", "f'{None = 1}'", "f'{del a}'", "f'{pass}'", "f'{return}'", "f'{yield}'", "f'{await a}'",
    "f'{*a}'", "f'{*a,}'", "f'{**a}'", "f'{a for a in b}'", "f'{(a for a in b)}'", "f'{a if b}'", "f'{a if b else}'", "f'{#}'", "f'{a#}'", "f'''{a#}'''", "f'''{a # c\n}'''", "f'{\n}'", "f'{\na}'", "f'{a\n}'",
    "f'a\nb'", "f'", "f'''", "f'{'", "f\"{'\"", "f'{\"'", "f'{\"a'", "f'{a['b']}'", "f'{'a' 'b'}'", "f'{'a'b'c'}'", "f'{f'{f'}'}'", "f'{f'{'}'", "f'{\\}'", "f'{a\\}'", "f'\\N{}'", "f'\\N{x'", "f'\\N'", "f'\\N{NO SUCH NAME}'",
    "f'\\x'", "f'\\u12'", "f'\\U12345678'", "f'{$}'", "f'{a$b}'", "f'{?}'", "f'{a?}'", "f'{`}'", "f'{a;b}'", "f'{a:b!r}'", "f'{0x}'", "f'{1a}'", "f'{1__0}'", "f'{012}'", "f'{a @ }'", "f'{a -> b}'", "f'{a: b}' c",
    "f'{a}' b''", "b'' f'{a}'", "f'{a}' u''", "bf'a'", "fb'a'", "uf'a'", "fu'a'", "ff'a'", "rfr'a'", "f'{a}' = 1", "f'{a}' += 1", "del f'{a}'", "for f'{a}' in b: pass", "with a as f'{a}': pass", "(f'{a}' := 1)", "import f'a'",
    "f'{a}': int = 1", "def f(a=f'{}'): pass", "x = f'{a' + 1", "x = f'{a}' 1", "x = f'{a}' b", "f(f'{a b}', c)", "print(f'{a b}'\nprint()", "f'{a}'.{b}", "f'{a}'[", "f'{print a}'", "f'{a if True else b c}'", "f'{1 2}'",
    "f'{a or or b}'", "f'{not}'", "f'{True = 1}'", "f'{f(a=1, b)}'", "f'{f(**a, *b)}'", "f'{[a, b c]}'", "f'{{a: b}}'", "f'{ {a: b} }'", "f'{ {a: } }'", "f'{a!r!s}'", "f'{a!\"r\"}'", "f'{a!1}'", "f'{a!_}'", "f'{a!é}'", "f'{a!ré}'",
    "f'é{a b}'", "f'{é b}'", "f'''\n\n{a b}'''", "f'''\n{a\n b}'''", "f'''{\na b\n}'''", "f'{a:\n}'", "f'''{a:\n}'''", "f'{a!r\n}'", "x = (f'{a}'\n  f'{b c}')",
]:
    show(source)
