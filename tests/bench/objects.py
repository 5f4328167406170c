"""Classes, attributes, methods, properties."""
class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def add(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    @property
    def norm(self):
        return self.dot(self)

class Account:
    interest = 2

    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount
        return self

class Savings(Account):
    def deposit(self, amount):
        super().deposit(amount)
        self.balance += self.interest
        return self

total = Vector(0, 0, 0)
step = Vector(1, 2, 3)
for i in range(600000):
    total = total.add(step * 2)
print(total.norm)
account = Savings("me")
for i in range(700000):
    account.deposit(i % 10)
print(account.balance)
