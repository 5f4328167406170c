# Classes derived from array, and arrays that change while they are searched.
from array import array


class Named(array):
    pass


named = Named('i', [1, 2])
named.name = 'x'
print(named, named.name, named[0:1], type(named[0:1]), type(named + named), type(named * 2))


class Integers(array):
    def __new__(cls, *numbers):
        return array.__new__(cls, 'i', numbers)

    def __repr__(self):
        return '<' + ' '.join(map(str, self)) + '>'

    def total(self):
        return sum(self)


numbers = Integers(1, 2, 3)
print(numbers, numbers.total(), len(numbers), isinstance(numbers, array), numbers == array('i', [1, 2, 3]))


class Keywords(array):
    def __new__(cls, code, data=(), scale=1):
        self = super().__new__(cls, code, [x * scale for x in data])
        self.scale = scale
        return self


print(Keywords('d', [1, 2], scale=10), Keywords('d', scale=3).scale)


class Emptying:
    def __eq__(self, other):
        numbers.clear() if isinstance(numbers, array) else None
        return False


for name in ('index', 'count', 'remove'):
    numbers = array('i', range(100))
    try:
        print(name, getattr(numbers, name)(Emptying()))
    except ValueError as error:
        print(name, error)
    print(numbers)
numbers = array('i', range(5))
for number in numbers:
    if number < 3:
        numbers.append(number + 10)
print(numbers)
print(Emptying() in array('i', [1, 2]))
