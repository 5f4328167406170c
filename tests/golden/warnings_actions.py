# What each action does with repeated warnings, and what the registries hold afterwards.
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, line)


warnings.showwarning = show


def again(text, times=3, category=UserWarning):
    for _ in range(times):
        warnings.warn(text, category)


for action in ("default", "always", "module", "once", "ignore"):
    print("--", action)
    warnings.resetwarnings()
    warnings.simplefilter(action)
    again("a")
    again("b")
    again("a")
    warnings.warn("a")
    print(sorted(str(key[:2]) for key in globals().get("__warningregistry__", {}) if key != "version"))

warnings.simplefilter("error")
try:
    again("boom")
except UserWarning as error:
    print("raised", repr(error))
try:
    warnings.warn(FutureWarning("an instance"), DeprecationWarning)
except Warning as error:
    print("raised", repr(error))

warnings.resetwarnings()
registry = {}
for line in (1, 1, 2):
    warnings.warn_explicit("explicit", UserWarning, "file.py", line, registry=registry)
print(sorted(map(str, registry)))
warnings.simplefilter("error", lineno=2)
for line in (1, 2):
    try:
        warnings.warn_explicit("at a line", UserWarning, "file.py", line)
    except UserWarning as error:
        print("raised", error)


class Mine(UserWarning):
    def __str__(self):
        return "my text"


warnings.resetwarnings()
warnings.warn(Mine("x"))
warnings.warn("x", Mine)
warnings.simplefilter("ignore", Mine)
warnings.warn("not seen", Mine)
warnings.warn("seen")


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


attempt(warnings.warn, "a", 3)
attempt(warnings.warn, "a", int)
attempt(warnings.warn, "a", stacklevel="x")
attempt(warnings.warn, "a", skip_file_prefixes=["a"])
attempt(warnings.warn, "a", skip_file_prefixes=(1,))
attempt(warnings.warn_explicit, "a", UserWarning, "f", 1, registry=3)
attempt(warnings.warn_explicit, "a", UserWarning, 3, 1)
attempt(warnings.warn_explicit, "a", UserWarning, "f", "x")
attempt(warnings.warn_explicit, "a", UserWarning, "f", 1, module_globals=3)
warnings.showwarning = 3
attempt(warnings.warn, "no function")
