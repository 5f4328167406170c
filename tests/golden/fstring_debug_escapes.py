# The text that = shows: escapes in it are decoded as in the rest of the f-string, unless that is raw.
print(ascii(f"{'\t'=}"), ascii(f"{'\n' = }"), ascii(f"{"\x41"=}"))
print(ascii(f"{'''\n'''=!s:>3}"), ascii(f'{"\N{DIGIT ONE}"=}'))
print(ascii(rf'{"\t"=}'), ascii(fR"{'\x41' = !s}"))
print(ascii(f"a{'\u00e9'=}b{'\\'=}c"), ascii(f"{f'{"\t"=}'=}"))
print(ascii(f"{ {'k': '\t'}['k'] =}"), ascii(f"{'x' 'y\n'=!r:>12}|"))
print(ascii(f"plain {'no escape'=} \t {'é'=}"))
x = 3
print(f"{x=}", f"{x = }", f"{ x=!s}", f"{x=:>5}", f"{x # comment
=}")
