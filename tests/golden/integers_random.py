# Arithmetic on ints of all sizes, against the identities that define it and against recorded results.
state = 12345


def random_bits(count):
    global state
    number = 0
    while count > 0:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        take = min(count, 32)
        number = number << take | state >> 32 & 2**take - 1
        count -= take
    return number


def random_int():
    size = (3, 30, 61, 62, 63, 64, 65, 127, 128, 129, 200, 700, 3000)[random_bits(16) % 13]
    number = random_bits(size)
    if random_bits(3) == 0:
        number = 1 << size
    if random_bits(4) == 0:
        number -= 1
    return -number if random_bits(1) else number


checksum = 0


def note(*numbers):
    global checksum
    for number in numbers:
        checksum = (checksum * 1000003 + hash(number)) % (2**61 - 1)


for turn in range(1500):
    a, b, c = random_int(), random_int(), random_int()
    note(a + b, a - b, a * b, -a, ~a, abs(a), a & b, a | b, a ^ b)
    assert (a + b) - b == a and a - b == -(b - a) and (a + b) * c == a * c + b * c
    assert (a & b) + (a | b) == a + b and a ^ b == (a | b) - (a & b) and ~a == -a - 1
    if b:
        quotient, remainder = divmod(a, b)
        assert quotient * b + remainder == a and quotient == a // b and remainder == a % b
        assert remainder == 0 or (remainder < 0) == (b < 0)
        assert abs(remainder) < abs(b)
        note(quotient, remainder)
        try:
            note(a / b)
        except OverflowError as error:
            note(str(error)[:7] == "integer")
    shift = random_bits(8)
    assert a << shift == a * 2**shift and a >> shift == a // 2**shift
    note(a << shift, a >> shift)
    assert (a < b) + (a == b) + (a > b) == 1 and (a <= b) == (not a > b)
    text = str(a)
    assert int(text) == a and int(hex(a), 16) == a and int(oct(a), 0) == a and int(bin(a), 2) == a
    length = (a.bit_length() + 8) // 8
    for order in "little", "big":
        assert int.from_bytes(a.to_bytes(length, order, signed=True), order, signed=True) == a
    note(len(text), a.bit_length(), a.bit_count(), int(text[-9:].replace("-", "")))
    modulus = c or 7
    exponent = random_bits(7)
    assert pow(a, exponent, modulus) == a**exponent % modulus
    note(pow(a, exponent, modulus))
    try:
        inverse = pow(a, -1, modulus)
        assert (a * inverse - 1) % modulus == 0
        note(inverse)
    except ValueError as error:
        assert str(error) == "base is not invertible for the given modulus"
    try:
        number = float(a)
        assert int(number) == int(number) and (number == a) == (int(number) == a)
        assert (number < a) == (int(number) < a) and (number > a) == (int(number) > a)
        note(number)
    except OverflowError as error:
        assert str(error) == "int too large to convert to float"
    assert round(a, -3) % 1000 == 0 and abs(round(a, -3) - a) <= 500
    note(round(a, -3), round(a, -2), hash(a))
    if turn % 100 == 0:
        print(turn, checksum, a % 10**12, f"{a:,}"[-20:], f"{b:_x}"[-20:], f"{c:+e}" if c.bit_length() < 1000 else "-")
print(checksum)
print(2**4000 % 10**40, 3**2000 // 7**700 % 10**40)
x = y = 1
for i in range(1000):
    x, y = y, x + y
print(x)
product = 1
for i in range(1, 301):
    product *= i
print(product)
