# The text of floats: shortest, rounded, formatted, read back; for doubles of every exponent.
state = 2024


def random_word():
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return state >> 11


def number_from(mantissa, exponent):
    return mantissa * 2.0**exponent if exponent > -1000 else mantissa * 2.0**-900 * 2.0 ** (exponent + 900)


checksum = 0
for turn in range(4000):
    mantissa = random_word()
    exponent = random_word() % 2040 - 1074
    try:
        number = number_from(mantissa, exponent)
    except OverflowError:
        continue
    if turn % 3 == 0:
        number = random_word() % 10**9 / 10 ** (random_word() % 12)
    text = repr(number)
    assert float(text) == number, text
    assert float.fromhex(number.hex()) == number
    numerator, denominator = number.as_integer_ratio()
    assert numerator / denominator == number
    texts = (text, f"{number:.3e}", f"{number:.10g}", f"{number:+.2f}"[-12:], str(round(number, 2)), f"{number:,}", number.hex())
    for t in texts:
        for character in t:
            checksum = (checksum * 131 + ord(character)) % (2**61 - 1)
    checksum = (checksum + hash(number)) % (2**61 - 1)
    if turn % 97 == 0:
        print(*texts, hash(number))
print(checksum)
for exponent in range(-323, 309, 7):
    number = float(f"1e{exponent}")
    print(number, number * 3, -number / 7, end=" ")
print()
for i in range(40):
    x = i / 8 - 2.5
    print(round(x), round(x, 1), x // 1, x % 1, divmod(x, 0.3), int(x), end="; ")
print()
print(0.1 + 0.2, 1e22, 1e23, 123456789.123456789, 5e-324, 1.7976931348623157e308, 2.5e-5, 1e16, 9999999999999998.0)
