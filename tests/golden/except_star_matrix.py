# except* clauses against groups, nested groups and lone exceptions; what is raised in them and what is left.
def groups():
    yield ValueError(1)
    yield KeyError(2)
    yield ExceptionGroup("g", [ValueError(1)])
    yield ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    yield ExceptionGroup("g", [ExceptionGroup("h", [ValueError(1), OSError(2)]), KeyError(3)])
    yield BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(4)])


def show(e, indent="    "):
    print(indent + type(e).__name__, e.args if not isinstance(e, BaseExceptionGroup) else e.message,
          "context", type(e.__context__).__name__, "cause", type(e.__cause__).__name__, e.__suppress_context__)
    for inner in getattr(e, "exceptions", ()):
        show(inner, indent + "    ")


actions = ["pass", "raise", "raise RuntimeError('new')", "raise RuntimeError('new') from e", "raise e", "e.add_note('n'); raise"]
for first in ("ValueError", "(ValueError, KeyError)", "Exception", "LookupError", "BaseException"):
    for action in actions:
        namespace = {"show": show}
        exec(f"""
def run(error):
    try:
        raise error
    except* {first} as e:
        show(e)
        {action}
    except* TypeError as e:
        print("  second")
        show(e)
        raise OSError("from second")
    else:
        print("  else")
    finally:
        print("  finally")
""", namespace)
        for error in groups():
            print("----", first, "|", action, "|", type(error).__name__)
            try:
                namespace["run"](error)
            except BaseException as e:
                show(e, "  out ")
