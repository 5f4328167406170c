# A suggestion looks at the locals of a frame whose cells, a comprehension's, are gone or were never made.
functions = [lambda: e for e in "ab"]
print([f() for f in functions])


class C:
    try:
        print([(lambda: name)() for name in "xy"], functiosn)
    except NameError as error:
        print(error.name)
        frame = error.__traceback__.tb_frame
        print(sorted(k for k in frame.f_locals if not k.startswith("__")))


if functions is None:
    late = [lambda: deep for deep in "c"]
functionss
