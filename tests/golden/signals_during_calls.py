# A signal that arrives while a call of the system waits: its handler runs, and the call goes on unless that raised.
import os
import select
import signal

READ, WRITE = os.pipe()


def answer(number, frame):
    print("handler", signal.Signals(number).name)
    os.write(WRITE, b"data")


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop


def attempt(what, call):
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        print(what, call())
    except BaseException as error:
        print(what, type(error).__name__)


raw = open(READ, "rb", buffering=0, closefd=False)
buffered = open(READ, "rb", closefd=False)
text = open(READ, closefd=False)
for handler in answer, stop:
    signal.signal(signal.SIGALRM, handler)
    attempt("os.read", lambda: os.read(READ, 10))
    attempt("FileIO.read", lambda: raw.read(4))
    attempt("BufferedReader.read", lambda: buffered.read(4))
    attempt("TextIOWrapper.read", lambda: text.read(4))
    attempt("select", lambda: select.select([READ], [], [], 5)[0] == [READ] and os.read(READ, 10))

# The reader that waits is not to be read by the handler.
def read_again(number, frame):
    try:
        buffered.read(1)
    except RuntimeError as error:
        print(str(error)[:21])
    os.write(WRITE, b"more")


signal.signal(signal.SIGALRM, read_again)
attempt("reentrant", lambda: buffered.read(4))
try:
    select.select([], [], [], float("nan"))
except ValueError as error:
    print(error)
