# Every way out of try, except, else and finally, in and out of loops.
ways = {"falls": "pass", "returns": "return 'r%d'", "raises": "raise ValueError(%d)", "breaks": "break", "continues": "continue"}
template = """
def f():
    for i in range(2):
        print("turn", i)
        try:
            print("body")
            {body}
        except ValueError as e:
            print("caught", e)
            {handler}
        else:
            print("else")
        finally:
            print("finally")
            {final}
        print("after")
    else:
        print("loop else")
    return "end"
"""


def fill(way, number):
    text = ways[way]
    return text % number if "%" in text else text


for body, handler, final in [(b, h, f) for b in ways for h in ways for f in ways]:
    if body != "raises" and handler != "falls":
        continue
    namespace = {}
    exec(template.format(body=fill(body, 1), handler=fill(handler, 2), final=fill(final, 3)), namespace)
    print("----", body, handler, final)
    try:
        print(namespace["f"]())
    except ValueError as e:
        print("out", e, repr(e.__context__))
