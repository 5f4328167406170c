# Slices of a bytearray: the slice is looked at before the value.
class B5:
    def __index__(self):
        return 7


for v in (5, 'a', 1.5, slice(1), None, [300], ['a'], object, 1j, [1], iter([1, 2]), B5(), (1, 2), {3}, memoryview(b'xy')):
    for k in (slice(2, 1), slice(0, 5, 0), slice(None, None, 2), slice(1, 2), slice('a', 2)):
        x = bytearray(b'abcd')
        try: x[k] = v; print(k, x)
        except Exception as e: print(k, type(e).__name__, e)
