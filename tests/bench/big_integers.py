"""Integers of many digits."""
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result

def digits_of_pi(count):
    k, a, b, a1, b1 = 2, 4, 1, 12, 4
    digits = []
    while len(digits) < count:
        p, q, k = k * k, 2 * k + 1, k + 1
        a, b, a1, b1 = a1, b1, p * a + q * a1, p * b + q * b1
        d, d1 = a // b, a1 // b1
        while d == d1:
            digits.append(d)
            a, a1 = 10 * (a % b), 10 * (a1 % b1)
            d, d1 = a // b, a1 // b1
    return "".join(map(str, digits[:count]))

f = factorial(8000)
print(f % (10 ** 9 + 7), f.bit_length())
print(digits_of_pi(3500)[-20:])
a, b = 0, 1
for i in range(70000):
    a, b = b, a + b
print(a % 1000000007, pow(3, 2 ** 200, 10 ** 40 + 1))
