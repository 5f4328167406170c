# A signal that the program sends itself is handled before os.kill() returns.
import signal, os, time
signal.signal(signal.SIGUSR1, lambda number, frame: print("handler", number))
os.kill(os.getpid(), signal.SIGUSR1)
print("after")
start = time.monotonic()
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(5)
except KeyboardInterrupt as e:
    print(repr(e), time.monotonic() - start < 4)
os.kill(os.getpid(), signal.SIGUSR1)
