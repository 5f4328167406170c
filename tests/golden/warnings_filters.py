# The argument checks of the functions that make filters, and the filters they make.
import warnings


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


print(warnings.filters, warnings.defaultaction)
attempt(warnings.filterwarnings, "x")
attempt(warnings.filterwarnings, "error", message=1)
attempt(warnings.filterwarnings, "error", category=1)
attempt(warnings.filterwarnings, "error", category=int)
attempt(warnings.filterwarnings, "error", module=1)
attempt(warnings.filterwarnings, "error", lineno="a")
attempt(warnings.filterwarnings, "error", lineno=-1)
attempt(warnings.simplefilter, "x")
attempt(warnings.simplefilter, "all")
attempt(warnings.simplefilter, "error", lineno="a")
attempt(warnings.simplefilter, "error", lineno=-1)
warnings.resetwarnings()
print(warnings.filters)
warnings.simplefilter("ignore")
warnings.simplefilter("error", DeprecationWarning, 12)
warnings.simplefilter("once", append=True)
warnings.simplefilter("ignore")
warnings.simplefilter("once", append=True)
for item in warnings.filters:
    print(item)

warnings.filters[:] = [("foo", None, Warning, None, 0)]
warnings._filters_mutated()
attempt(warnings.warn, "unknown action")
warnings.filters[:] = [(1, 2)]
warnings._filters_mutated()
attempt(warnings.warn, "no filter")

for option in ["ignore", "ignore::", "e:::: x", "a:b:c:d:e:f", "x", "ignore::foo", "ignore::nomod.foo", "ignore::::-3",
               "ignore::int", "d::UserWarning::7", "all"]:
    warnings.resetwarnings()
    try:
        warnings._setoption(option)
        print(warnings.filters)
    except warnings._OptionError as error:
        print("wrong option:", error)
