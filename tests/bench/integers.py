"""Loops over small integers: primes, Collatz, greatest common divisors."""
def collatz(limit):
    best = steps_best = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            if n % 2:
                n = 3 * n + 1
            else:
                n //= 2
            steps += 1
        if steps > steps_best:
            best, steps_best = start, steps
    return best, steps_best

def gcd_sum(limit):
    total = 0
    for a in range(1, limit):
        for b in range(1, limit):
            x, y = a, b
            while y:
                x, y = y, x % y
            total += x
    return total

def bits(limit):
    count = 0
    for i in range(limit):
        n = i
        while n:
            count += n & 1
            n >>= 1
    return count

print(collatz(40000))
print(gcd_sum(400))
print(bits(150000))
