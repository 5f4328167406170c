class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        raise NotImplementedError

    def describe(self):
        return self.area() + self.extra()

    def extra(self):
        return 1

class Square(Shape):
    def area(self):
        return self.size * self.size

class Cube(Square):
    __slots__ = ()

    def area(self):
        return super().area() * 6

    def __eq__(self, other):
        return self.size == other.size

    def __lt__(self, other):
        return self.size < other.size

def main():
    shapes = [Square(i % 10) if i % 2 else Cube(i % 7) for i in range(1000)]
    total = 0
    for _ in range(350):
        for shape in shapes:
            total += shape.describe()
    same = sum(1 for a in shapes[::2] for b in shapes[:600:2] if a == b)
    print(total, same)

main()
