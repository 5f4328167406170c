# from __future__ import …: features, place, and what is no feature.
import __future__

for source in [
    "from __future__ import annotations", "from __future__ import division, print_function", "from __future__ import braces",
    "from __future__ import nested_scopes, braces", "from __future__ import nothing", "from __future__ import *",
    "'doc'\nfrom __future__ import annotations", "'doc'; from __future__ import annotations", "x = 1\nfrom __future__ import annotations",
    "'doc'\n'more'\nfrom __future__ import annotations", "from __future__ import (annotations)",
    "from __future__ import (\n  annotations,\n  division,\n)\nx: y", "from __future__ import annotations as a",
    "import __future__\nfrom __future__ import annotations", "def f():\n  from __future__ import annotations",
    "if 1:\n  from __future__ import annotations", "from __future__ import annotations; from __future__ import division",
    "from __future__ import annotations\nfrom __future__ import nothing", "from .__future__ import nothing",
]:
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)
    else:
        print(repr(source), "is fine")
print(__future__.all_feature_names)
print(__future__.annotations.getOptionalRelease(), __future__.division.getMandatoryRelease())
print(__future__.annotations.compiler_flag == 0x1000000, __future__.CO_FUTURE_ANNOTATIONS == 0x1000000)
print(__future__.annotations)
