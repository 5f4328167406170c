# One pattern over subjects of all widths in turn, with each flag: programs of the widths do not get mixed up.
import re

subjects = ["Abc abC 123", "Äbc äbC ÿ12", "Ābc ābC Ÿ12", "𐐀bc 𐐨bC 𝟙𝟚", "a\nB\nc", "", "ÀÉ é\u0301 x"]
for pattern in [r"(?P<w>\w+)", r"\b\w", r"[a-zà-ÿ]+", r"^.", r".$", r"(\w)(?=\w)\B", r"[^\W\d_]+", r"\d+", r"(.)\S?\1", r"(?<!\w)[^a]", r"\w{2,3}?", r"(?:b|B)c"]:
    for flags in (0, re.I, re.A, re.I | re.A, re.M, re.S):
        p = re.compile(pattern, flags)
        out = []
        for turn in range(2):
            for s in subjects:
                out.append([m.span() for m in p.finditer(s)])
        assert out[:len(subjects)] == out[len(subjects):]
        print(pattern, flags, out[:len(subjects)])
