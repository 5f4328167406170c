def t(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


# (texts that are numbers, nearly numbers and no numbers)
texts = ["0", "-0", "+5", " 7 ", "\t8\n", "1_000", "1__0", "_1", "1_", "0x1f", "0b101", "0o17", "017", "00", "1e5", "1.5", ".5", "5.", "-.5e-3", "inf", "-Infinity", "nan",
         "+nan", "1e400", "1e-400", "", " ", "a", "z", "Z9", "\u0661\u0662", "\uff11", "1\x00", "- 1", "--1", "1 2", "1.5.5", "1e", "0x", "0b2", "9" * 20, "1_0.5_0e1_0", "1._5", "½", "٣.٥", "1j", "1+2j",
         "(1+2j)", "( 1 )", "nanj", "1+", "infj", "-inf-nanj", "j", "+j", "1e5j", "1 + 2j", "true", "None"]
for text in texts:
    print(ascii(text), *[ascii(t(f, text)) for f in (int, float, complex)], *[ascii(t(int, text, base)) for base in (0, 2, 16, 36)], sep=" | ")
for base in (-1, 1, 37, 2**70, "10", None, 10.0, True):
    print(base, t(int, "1", base), t(int, 1, base) if base is not None else "")
