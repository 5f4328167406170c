# Identifiers beyond ASCII: which characters, normalisation, keywords, errors.
ä = 1; π = 3.14; 变量 = "v"; _é = 2; x̂ = 3; ñ_1 = 4; Ωmega = 5; ªº = 6
print(ä, π, 变量, _é, x̂, ñ_1, Ωmega, ªº)
ﬁ = "ligature"; print(fi, "fi" in globals(), "ﬁ" in globals())
𝐱 = "bold"; print(x); ℌ = "frak"; print(H); ſ = "long s"; print(s); K = "kelvin"; print(K, "K" in globals())
class Å:
    ångström = 1
    def ﬂow(self, ｐａｒａｍ): return param
print(Å().ångström, Å().flow(ｐａｒａｍ=5), Å.ångström, getattr(Å(), "ångström"), hasattr(Å, "ﬂow"))
def f(é, *, ü=1): return é + ü
print(f(é=1, ü=2), f.__code__.co_varnames)
é = "combining"; print(é == "combining", [n for n in globals() if len(n) == 1 and ord(n) == 233])
for name in ["a", "_", "é", "变", "1", "a1", "1a", "", "a b", "a-b", "ª", "²", "x²", "ﬁ", "𝐱", "·", "a·", "℘", "℮", "゛", "a゛", "\u00b7", "\u0387x", "\u1369", "\u212e", "\u309b", "none", "None", "ﬀ", "\ud800", "\U0001f600", "a\u200c", "a\u200d", "\u2118", "a\u0301", "\u0301"]:
    print(ascii(name), name.isidentifier(), end="; ")
print()
for source in ["x² = 1", "€ = 1", "a€b = 1", "x = 1€", "“a”", "x = ‘a’", "a – b", "a × b", "a ≤ b", "😀 = 1", "a\u00a0= 1", "a =\u20031", "\u200ba = 1", "a\u200b = 1", "a\ufeff = 1", "½", "٣ = 1", "a٣ = 1", "٣", "𝟓", "x = 𝟓", "𝐝𝐞𝐟 f(): pass", "𝐢𝐟 1: pass", "ｐａｓｓ", "x = Ｎｏｎｅ", "None = 1", "Ｎｏｎｅ = 1", "x.ｃｌａｓｓ", "import ｓｙｓ", "é.é = é", "x = 'é' é", "f(é é)", "变量 变量", "x = {é: 1, é 2}", "\u0301a = 1", "a\u0301 = 1", "\u1885x = 1", "℘ = 1", "·a = 1", "a· = 1", "ﬃ = 1", "$ = 1", "a$ = 1", "a? = 1", "a`b", "a\\b", "a!b", "\x7f = 1", "\x80 = 1", "x = \x01", "'é' = 1", "é() = 1", "é + 1 = 2", "lambda é é: 1", "def é(é, é): pass", "for é in: pass", "é: int = = 1", "global é\né = 1", "é = 1\nglobal é", "nonlocal é", "def f():\n  é = 1\n  global é"]:
    try: compile(source, "<text>", "exec")
    except SyntaxError as error: print(ascii(source), "->", ascii(error.msg), error.lineno, error.offset, error.end_offset)
    except UnicodeEncodeError as error: print(ascii(source), error)
    else: print(ascii(source), "is fine")
