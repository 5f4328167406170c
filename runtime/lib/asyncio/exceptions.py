"""What asyncio raises."""

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError",
           "LimitOverrunError", "SendfileNotAvailableError")


class CancelledError(BaseException):
    """The task or future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Exception):
    """The future is not in a state for this: it has a result already, or none yet."""


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send files from one descriptor to another."""


class IncompleteReadError(EOFError):
    """Fewer bytes came than were asked for."""

    def __init__(self, partial, expected):
        super().__init__(f"{len(partial)} bytes read on a total of "
                         f"{'undefined' if expected is None else repr(expected)} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The buffer limit was reached before the separator was found."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """Somebody broke the barrier with abort()."""
