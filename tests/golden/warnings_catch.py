# catch_warnings: recording, restoring, nesting, and its errors.
import warnings


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(warnings.catch_warnings(), warnings.catch_warnings(record=True))
before = warnings.filters
with warnings.catch_warnings() as nothing:
    warnings.simplefilter("error")
    print(nothing, warnings.filters is before)
    try:
        warnings.warn("x")
    except UserWarning as error:
        print("error", error)
print(warnings.filters is before)

catcher = warnings.catch_warnings(record=True)
attempt(catcher.__exit__)
with catcher as log:
    attempt(catcher.__enter__)
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn(DeprecationWarning("two"))
    with warnings.catch_warnings(record=True) as inner:
        warnings.warn("three", FutureWarning)
        print(len(inner), len(log))
    warnings.warn("four", stacklevel=-5)
    warnings.warn("five", stacklevel=50)
    for item in log:
        print(item.category.__name__, repr(item.message), item.lineno, item.file, item.line, item.source)
    print(log[-1])
    print(log[-1].filename, log[-1]._category_name)

with warnings.catch_warnings(record=True, action="error", category=FutureWarning):
    attempt(warnings.warn, "not raised", DeprecationWarning)
    attempt(warnings.warn, "raised", FutureWarning)
with warnings.catch_warnings(record=True, action="once") as log:
    for i in range(4):
        warnings.warn("number %d" % (i % 2))
    print([str(item.message) for item in log])


def replaced(*args, **keywords):
    print("replaced", args[1].__name__)


warnings.showwarning = replaced
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("goes to the log")
    print(len(log))
warnings.simplefilter("always")
warnings.warn("goes to the function")
