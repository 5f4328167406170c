# Python handlers run at the next safe point; what they raise comes from there.
import signal, time, sys

print(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGPIPE))
print(signal.SIGUSR1, repr(signal.SIGUSR1), repr(signal.SIG_IGN), signal.Signals(15).name, signal.Signals.__module__)
def handler(number, frame):
    print("caught", number, frame.f_code.co_name if frame else frame)
print(signal.signal(signal.SIGUSR1, handler))
def f():
    signal.raise_signal(signal.SIGUSR1)
f()
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
signal.raise_signal(signal.SIGUSR1)
print(repr(signal.signal(signal.SIGUSR1, signal.SIG_DFL)))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", e.args)
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", e.args)

class Timeout(Exception): pass
def raising(number, frame): raise Timeout(number)
signal.signal(signal.SIGALRM, raising)
print(signal.setitimer(signal.ITIMER_REAL, 0.01))
try:
    time.sleep(10)
except Timeout as e:
    print("Timeout", e)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    while True:
        pass
except Timeout as e:
    print("Timeout", e)
print(signal.getitimer(signal.ITIMER_REAL), signal.alarm(0))
for wrong in (lambda: signal.signal(99, handler), lambda: signal.signal(2, "a"), lambda: signal.signal(9, handler),
              lambda: signal.getsignal(0), lambda: signal.raise_signal("x")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(signal.strsignal(signal.SIGINT), signal.strsignal(15), signal.SIGINT in signal.valid_signals())
