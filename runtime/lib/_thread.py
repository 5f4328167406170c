"""The pieces of threading for a program that has one thread.

A lock is held or not; there is nobody who could release it while we wait, so
waiting for ever raises RuntimeError instead of hanging.
"""
import sys

__all__ = ['LockType', 'RLock', 'TIMEOUT_MAX', 'allocate_lock', 'error', 'exit', 'get_ident', 'get_native_id',
           'interrupt_main', 'start_new_thread', 'stack_size']

error = RuntimeError
TIMEOUT_MAX = 9223372036.0
_IDENT = 1


def get_ident():
    """A number for the running thread: there is only one."""
    return _IDENT


def get_native_id():
    """The system's number for the running thread."""
    import os
    return os.getpid()


_get_main_thread_ident = get_ident


def start_new_thread(function, args, kwargs={}, /):
    raise RuntimeError("threads are not supported by viv")


start_new = start_new_thread


def stack_size(size=0, /):
    """The stack size of new threads: 0, the system's."""
    return 0


def exit():
    """Leave the thread: SystemExit."""
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2, /):
    """Behave as if the signal had arrived."""
    import _signal
    _signal.raise_signal(signum)


def _check_timeout(blocking, timeout):
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timestamp too large to convert to C PyTime_t")


def _wait_in_vain(blocking, timeout):
    """A lock that is held stays held while its only thread waits."""
    if not blocking:
        return False
    if timeout >= 0:
        import time
        time.sleep(timeout)
        return False
    raise RuntimeError("deadlock: the only thread waits for a lock that it holds itself")


class lock:
    """A lock: acquire() and release(), or a with statement."""

    __module__ = '_thread'
    __slots__ = '_held', '__weakref__'

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        _check_timeout(blocking, timeout)
        if self._held:
            return _wait_in_vain(blocking, timeout)
        self._held = True
        return True

    __enter__ = acquire_lock = acquire

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    release_lock = release

    def locked(self):
        return self._held

    locked_lock = locked

    def __exit__(self, *error):
        self.release()

    def _at_fork_reinit(self):
        self._held = False

    def __repr__(self):
        state = 'locked' if self._held else 'unlocked'
        return f'<{state} {type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>'


LockType = lock


def allocate_lock():
    """A new lock."""
    return lock()


allocate = allocate_lock


class RLock:
    """A lock that its owner may acquire again."""

    __module__ = '_thread'
    __slots__ = '_count', '__weakref__'

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        _check_timeout(blocking, timeout)
        self._count += 1
        return True

    __enter__ = acquire

    def release(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __exit__(self, *error):
        self.release()

    def _is_owned(self):
        return self._count > 0

    def _recursion_count(self):
        return self._count

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, _IDENT
        self._count = 0
        return state

    def _acquire_restore(self, state):
        self._count = state[0]

    def _at_fork_reinit(self):
        self._count = 0

    def __repr__(self):
        state, owner = ('locked', _IDENT) if self._count else ('unlocked', 0)
        return (f'<{state} {type(self).__module__}.{type(self).__qualname__} object owner={owner} '
                f'count={self._count} at {id(self):#x}>')


class _local:
    """Attributes of a thread of its own: of the only one."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        return super().__new__(cls)


def _excepthook(args, /):
    """Report what a thread raised."""
    if args.exc_type is not SystemExit:
        sys.excepthook(args.exc_type, args.exc_value, args.exc_traceback)
