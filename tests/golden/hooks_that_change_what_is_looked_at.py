# Comparisons, hashes and callbacks that take away what the caller is looking at.
import array
import collections
import contextvars
import functools
import gc
import io
import re
import struct

junk = []


class Closing(str):
    def __hash__(self):
        generator.close()
        junk.append([[i] for i in range(50)])
        return str.__hash__(self)


def make():
    x = [1, 2]
    yield


generator = make()
next(generator)
names = generator.gi_frame.f_locals
print(Closing("x") in names, generator.gi_frame)

first, other = contextvars.ContextVar("first"), contextvars.ContextVar("other")


class Setting:
    def __eq__(self, right):
        global third
        left_context.run(other.set, 3)
        third = None
        junk.append([{i: i} for i in range(50)])
        return True


left_context, right_context = contextvars.Context(), contextvars.Context()
left_context.run(first.set, Setting())
right_context.run(first.set, Setting())
third = left_context.copy()
print(left_context == right_context, len(left_context))


class Failing(str):
    def __hash__(self):
        if fails:
            raise ValueError("no hash")
        return str.__hash__(self)


fails = False
keywords = {Failing("b"): 2}
fails = True
try:
    print(functools.partial(dict, a=1)(**keywords))
except ValueError as error:
    print(error)

subject = array.array("B", b"aaaa" * 100)


def shrink(match):
    try:
        del subject[:]
    except BufferError:
        junk.append(1)
    return b"x"


print(len(re.sub(b"a", shrink, subject)), len(subject))
del subject[:]

octets = bytearray(b"abcdefgh")
struct.pack_into("6s", octets, 2, octets)
print(octets[6:])
file = io.BytesIO(b"abcdefgh")
with file.getbuffer() as view:
    file.seek(1)
    print(file.readinto(view[3:]))
print(file.getvalue()[:4])


# Views of memory whose owner is garbage together with them.
class Lender:
    def __init__(self):
        self.octets = bytearray(b"abcd")

    def __buffer__(self, flags):
        return memoryview(self.octets)


class File(io.BytesIO):
    pass


def lose(owner, view):
    owner.holder = [view]
    owner.holder.append(owner.holder)


gc.collect()
for kind in Lender, File:
    owner = kind()
    lose(owner, memoryview(owner) if kind is Lender else owner.getbuffer())
    del owner
    print(gc.collect() > 0)

# A move that fails is no change.
for count in range(5, 40):
    for gone in range(count):
        ordered = collections.OrderedDict((i, i) for i in range(count))
        for i in range(gone):
            del ordered[i]
        iterator = iter(ordered)
        seen = [next(iterator)]
        try:
            ordered.move_to_end("missing")
        except KeyError:
            seen += iterator
        if seen != list(range(gone, count)):
            print(count, gone, seen)
