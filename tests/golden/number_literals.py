# Numbers in source: forms, underscores, and mistakes.
import warnings
warnings.simplefilter("ignore")


def show(source):
    try:
        print(source, "->", repr(eval(source)))
    except SyntaxError as error:
        print(source, "->", error.msg, error.lineno, error.offset, error.end_offset)
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in [
    "0", "00", "0_0", "000", "1", "1_000", "0x1F", "0Xff", "0x_f", "0o17", "0O7", "0b101", "0B1", "0b_1", "1.", ".5", "1.5", "1_0.0_1", "1e5", "1E5", "1e+5", "1e-5", "1.e5", ".5e5", "1e5_0", "1j", "1J", "1.5j", "1e3j", ".5j", "1_0j", "00j", "0_0.5", "09.5", "09e1",
    "09j", "0.0", "1e400", "-1e400", "1e-400", "123456789012345678901234567890", "0xFFFFFFFFFFFFFFFFFFFF", "0b" + "1" * 70, "1_2_3", "01", "007", "09", "0_1", "00_1", "1__0", "1_", "_1", "0x", "0x_", "0xg", "0x1g", "0x1_", "0x__1", "0b", "0b2", "0b12", "0b1_", "0b_",
    "0o", "0o8", "0o18", "0o1_", "0o_", "1e", "1e+", "1e_5", "1_e5", "1._5", "1.5_", "1e5_", "1.e", ".e5", "1.2.3", "1..2", "1...real", "1.real", "1 .real", "1.0.real", "1.j", "1jj", "1j2", "1a", "1_a", "1abc", "0xfg", "1if 2else 3", "1 if 2 else 3", "[1for x in [2]]",
    "1or 2", "1and 2", "0x1for x", "0xaor 1", "1in [1]", "1is 1", "1not in [2]", "1else", "1.5or 2", "1e5or 2", "1jor 2", "0o1or 2", "0b1or 2", "1_000_", "0xdeadbeef", "0XDEAD_BEEF", "1e0", "0e0", "0E+0", ".0", "0.", "0.e0", "5 .bit_length()", "5..is_integer()", "1__2", "0x1.5", "0b1.0",
    "0o1.0", "1 2", "1 .5", "1. 5", "1.5.6", "1e5e6", "1e5.6", "1_000.000_1", "9" * 20, "1r", "1u", "1l", "1L", "0xL", "1b", "１", "1２", "٣", "1٣", "1é", "1\u00a0", "1$", "1?", "--1", "+-+1", "~-1", "- 1", "-1**2", "2**-1", "2**-1**2", "1if 0else 2", "0_7", "0b1_0", "0o_7", "1e1_0",
]:
    show(source)
print(len(str(int("0x" + "f" * 4000, 16))) if False else 0x10 == 16, 1_0 == 10, 0.1 + 0.2, 1e16, 1e15, 123456789.123456789, 1e-5, 0.0001, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e23)
