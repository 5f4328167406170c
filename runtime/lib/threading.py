"""threading for a program that has one thread.

Locks, conditions, events and the like work as far as one thread can tell;
Thread.start() says that threads are not supported.
"""
import _thread
from _thread import RLock, TIMEOUT_MAX, get_ident, get_native_id, stack_size
from _thread import allocate_lock as _allocate_lock, _excepthook as excepthook, _local as local
from time import monotonic as _time

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'getprofile',
           'gettrace', 'get_native_id']

Lock = _thread.lock
ThreadError = RuntimeError
_trace = _profile = None


def settrace(func):
    """The trace function for threads to come."""
    global _trace
    _trace = func


def gettrace():
    return _trace


def setprofile(func):
    """The profile function for threads to come."""
    global _profile
    _profile = func


def getprofile():
    return _profile


class Condition:
    """A lock, and waiting for somebody's notify(): nobody else can, so wait() ends by its timeout only."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def __repr__(self):
        return f'<Condition({self._lock}, 0)>'

    def _check_owned(self, what):
        owned = self._lock._is_owned() if hasattr(self._lock, '_is_owned') else self._lock.locked()
        if not owned:
            raise RuntimeError(f"cannot {what} on un-acquired lock")

    def wait(self, timeout=None):
        self._check_owned('wait')
        return _thread._wait_in_vain(True, -1 if timeout is None else max(timeout, 0))

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _time() + timeout
        while not (result := predicate()):
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result

    def notify(self, n=1):
        self._check_owned('notify')

    def notify_all(self):
        self._check_owned('notify')

    notifyAll = notify_all


class Semaphore:
    """A counter that acquire() takes down and never below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            return _thread._wait_in_vain(blocking, -1 if timeout is None else timeout)
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n

    def __exit__(self, *error):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that may not be released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._flag = False

    def __repr__(self):
        status = 'set' if self._flag else 'unset'
        return f'<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {status}>'

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return self._flag or _thread._wait_in_vain(True, -1 if timeout is None else max(timeout, 0))


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Waits for a number of parties; for one party there is nothing to wait for."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._broken = False

    def wait(self, timeout=None):
        if self._broken:
            raise BrokenBarrierError
        if self._parties > 1:
            timeout = self._timeout if timeout is None else timeout
            _thread._wait_in_vain(True, -1 if timeout is None else timeout)
            self._broken = True
            raise BrokenBarrierError
        try:
            if self._action:
                self._action()
        except:
            self._broken = True
            raise
        return 0

    def reset(self):
        self._broken = False

    def abort(self):
        self._broken = True

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return 0

    @property
    def broken(self):
        return self._broken


_counter = 0


def _new_name():
    global _counter
    _counter += 1
    return f'Thread-{_counter}'


class Thread:
    """A thread that cannot be started here; run() can be called as any method."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = _new_name()
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._name = str(name)
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = bool(daemon)
        self._ident = None

    def __repr__(self):
        status = 'initial' if self._ident is None else 'started'
        if self._daemonic:
            status += ' daemon'
        ident = '' if self._ident is None else f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status}{ident})>'

    def start(self):
        raise RuntimeError("threads are not supported by viv")

    def run(self):
        """Call the target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if self._ident is None:
            raise RuntimeError("cannot join thread before it is started")
        raise RuntimeError("cannot join current thread")

    def is_alive(self):
        return self._ident is not None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._ident and get_native_id()

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._ident is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        return self._name

    def setName(self, name):
        self._name = str(name)

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic


class Timer(Thread):
    """Calls a function after some seconds: a thread, which cannot be started here."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        self._ident = get_ident()


_main_thread = _MainThread()


def current_thread():
    """The running thread: the main one."""
    return _main_thread


currentThread = main_thread = current_thread


def enumerate():
    """All threads."""
    return [_main_thread]


def active_count():
    return 1


activeCount = active_count


def _register_atexit(func, *args, **kwargs):
    import atexit
    atexit.register(func, *args, **kwargs)
