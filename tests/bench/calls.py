"""Recursive function calls."""
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))

def add3(a, b=1, *, c=2):
    return a + b + c

print(fib(30))
print(ackermann(2, 400))
total = 0
for i in range(1000000):
    total += add3(i, c=3) + add3(i, 2)
print(total)
