a = 2 ** 200
b = a * a + 1
print(a, b % 1000007, b // a, -b >> 3, int("123456789" * 5), (a ^ b).bit_length(), pow(3, 1000, 10 ** 9 + 7))
