# Warnings as text: formatwarning, showwarning, replaced formatters, the source line.
import sys
import warnings

print(warnings.formatwarning("msg", UserWarning, "no such file", 3), end="")
print(warnings.formatwarning("msg", UserWarning, "no such file", 3, line="   code here  "), end="")
print(warnings.formatwarning("msg", UserWarning, __file__, 2), end="")
warnings.showwarning("msg", DeprecationWarning, "no such file", 4, sys.stdout)
warnings.showwarning("msg", DeprecationWarning, "no such file", 4, sys.stdout, "given")

sys.stderr = sys.stdout
warnings.warn("to stderr")


def outer():
    inner()  # here


def inner():
    warnings.warn("my caller", stacklevel=2)
    warnings.warn("its caller", stacklevel=3)


outer()  # there
warnings.warn("skipping this file", skip_file_prefixes=(__file__,))


def brief(message, category, filename, lineno, line=None):
    return f"{category.__name__}! {message}\n"


warnings.formatwarning = brief
warnings.warn("formatted anew")
print(warnings.WarningMessage("m", UserWarning, "f", 1))
sys.stderr = None
warnings.warn("into the void")
sys.stderr = sys.stdout
print("done")
