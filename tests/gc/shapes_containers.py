# How many unreachable objects gc.collect() finds, per shape: containers.
import gc
gc.disable()
gc.collect()


def report(name, make):
    gc.collect()
    make()
    print(name, gc.collect())


class List(list):
    pass


class Dict(dict):
    pass


class Tuple(tuple):
    pass


class Set(set):
    pass


def list_of_itself():
    a = []
    a.append(a)


def list_pair():
    a, b = [], []
    a.append(b)
    b.append(a)


def dict_of_itself():
    a = {}
    a["a"] = a


def dict_of_dicts():
    a = {}
    a["inner"] = {"outer": a, "x": {}}


def tuple_and_list():
    a = []
    a.append((a, (a,)))


def nested_lists():
    a = []
    a.append([[[[a]]]])


def list_subclass():
    a = List()
    a.append(a)


def list_subclass_attribute():
    a = List()
    a.me = a


def dict_subclass():
    a = Dict()
    a[1] = a


def tuple_subclass():
    a = Tuple([1, 2])
    a.me = a


def set_subclass():
    a = Set()
    a.me = a


class Node:
    def __hash__(self):
        return 1


def in_set():
    a = Node()
    a.s = {a}


def in_frozenset():
    a = Node()
    a.s = frozenset([a])


def as_key():
    a = Node()
    a.d = {a: 1}


def iterator_over_list():
    a = []
    a.append(iter(a))


def iterator_over_dict():
    a = {}
    a[1] = iter(a.items())


def view():
    a = {}
    a[1] = a.keys()


def reversed_list():
    a = []
    a.append(reversed(a))


def enumerate_zip_map():
    a = []
    a.append(enumerate(a))
    a.append(zip(a, a))
    a.append(map(len, a))
    a.append(filter(None, a))


def slices():
    a = []
    a.append(slice(a, None, None))


def empty_tuple_and_numbers():
    a = [(), 1.5, 2, "x", b"y", None, range(3)]
    a.append(a)


for shape in (list_of_itself, list_pair, dict_of_itself, dict_of_dicts, tuple_and_list, nested_lists, list_subclass,
              list_subclass_attribute, dict_subclass, tuple_subclass, set_subclass, in_set, in_frozenset, as_key,
              iterator_over_list, iterator_over_dict, view, reversed_list, enumerate_zip_map, slices,
              empty_tuple_and_numbers):
    report(shape.__name__, shape)
