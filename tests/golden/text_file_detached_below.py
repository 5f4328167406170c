# differs: CPython crashes here.
# A buffer whose methods detach the text file that calls them.
import io


class Buffer(io.BufferedIOBase):
    first = True

    def readable(self):
        return True

    writable = readable

    def read1(self, size=-1):
        if self.first:
            self.first = False
            text.detach()
            return b"\xc3"
        return b""

    def write(self, octets):
        text.detach()
        return len(octets)


for action in (
    lambda: text.read(1),
    lambda: text.readline(),
    lambda: next(text),
    lambda: (text.write("x"), text.flush()),
    lambda: (text.write("x"), text.read(2)),
    lambda: (text.write("x"), text.close()),
    lambda: text.write("x" * 9000),
):
    text = io.TextIOWrapper(Buffer(), encoding="utf-8")
    try:
        print(action())
    except ValueError as error:
        print(error)
