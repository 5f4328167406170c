# How many unreachable objects gc.collect() finds, per shape: instances and classes.
import gc
gc.disable()
gc.collect()


def report(name, make):
    gc.collect()
    make()
    print(name, gc.collect())


class Plain:
    pass


class Slots:
    __slots__ = ("me", "other")


class Derived(Plain):
    pass


class Other:
    pass


class Third:
    pass


class WithMethod:
    def method(self):
        pass


def one():
    a = Plain()
    a.me = a


def two():
    a, b = Plain(), Plain()
    a.b, b.a = b, a


def hundred():
    previous = first = Plain()
    for i in range(99):
        node = Plain()
        previous.next = node
        previous = node
    previous.next = first


def slots():
    a = Slots()
    a.me = a


def slots_pair():
    a, b = Slots(), Slots()
    a.other, b.other = b, a


class Wide:
    pass


def many_attributes():
    a = Wide()
    for i in range(40):
        setattr(a, "name%d" % i, i)
    a.me = a


def dict_asked_for():
    a = Plain()
    a.__dict__["me"] = a


def bound_method():
    a = WithMethod()
    a.m = a.method


def derived():
    a = Derived()
    a.list = [a]


def instance_in_list():
    a = Other()
    a.items = []
    a.items.append(a)


def instance_in_dict():
    a = Other()
    a.table = {"a": a}


def instance_in_tuple():
    a = Other()
    a.items = (a, 1, 2)


def strings_do_not_count():
    a = Third()
    a.me = a
    a.text = "x" * 1000
    a.number = 10 ** 100
    a.data = b"y" * 100


for shape in (one, two, hundred, slots, slots_pair, many_attributes, dict_asked_for, bound_method,
              derived, instance_in_list, instance_in_dict, instance_in_tuple, strings_do_not_count):
    report(shape.__name__, shape)
