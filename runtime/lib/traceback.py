"""Tracebacks as data and as text.

The quoting of source with its marks is the interpreter's own (_traceback.quote),
so that what this module prints is what an uncaught exception prints.
"""

import linecache
import sys
import _traceback

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]

_REPEATS_SHOWN = 3
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _Missing:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Missing()


def _value_and_traceback(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f"<{what} {func.__name__}() failed>"


def _indent(text, prefix):
    return "".join([prefix + line for line in text.splitlines(True)])


# ---- Frames

def walk_stack(f):
    """Yields (frame, line) from a frame outwards; None stands for the caller's caller."""
    if f is None:
        # Seen from here: the generator of extended entries, the method around it, extract(), its caller.
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yields (frame, line) for each entry of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_tb_with_positions(tb):
    while tb is not None:
        line, end_line, column, end_column = _position(tb.tb_frame.f_code, tb.tb_lasti)
        if line is None or line != tb.tb_lineno:
            # The line was set by hand, or the code knows no columns.
            yield tb.tb_frame, (tb.tb_lineno, None, None, None)
        else:
            yield tb.tb_frame, (tb.tb_lineno, end_line, column, end_column)
        tb = tb.tb_next


def _position(code, instruction):
    if instruction >= 0:
        instruction //= 2
        for index, position in enumerate(code.co_positions()):
            if index == instruction:
                return position
    return None, None, None, None


class FrameSummary:
    """One entry of a traceback or stack, without the frame."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines", "_lines_dedented", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        self._lines_dedented = None
        if lookup_line:
            self.line
        self.locals = None if locals is None else {key: _safe_string(value, "local", func=repr)
                                                   for key, value in locals.items()}

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and self.name == other.name and
                    self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return "<FrameSummary file {}, line {} in {}>".format(self.filename, self.lineno, self.name)

    def __len__(self):
        return 4

    def _set_lines(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            lines = [linecache.getline(self.filename, number).rstrip()
                     for number in range(self.lineno, self.end_lineno + 1)]
            self._lines = "\n".join(lines) + "\n"

    @property
    def _original_lines(self):
        self._set_lines()
        return self._lines

    @property
    def _dedented_lines(self):
        self._set_lines()
        if self._lines_dedented is None and self._lines is not None:
            self._lines_dedented = _dedent(self._lines)
        return self._lines_dedented

    @property
    def line(self):
        """The first line, without blanks around it; None where no line is known."""
        self._set_lines()
        if self._lines is None:
            return None
        return self._lines.partition("\n")[0].strip()


def _dedent(text):
    lines = text.split("\n")
    margin = None
    for line in lines:
        if line.strip():
            blanks = line[:len(line) - len(line.lstrip(" \t"))]
            if margin is None:
                margin = blanks
            else:
                same = 0
                while same < min(len(margin), len(blanks)) and margin[same] == blanks[same]:
                    same += 1
                margin = margin[:same]
    return "\n".join([line[len(margin or ""):] if line.strip() else "" for line in lines])


class StackSummary(list):
    """A stack: FrameSummary objects, in a list."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Makes a stack of what walk_stack() or walk_tb() gives."""
        def extended():
            for frame, line in frame_gen:
                yield frame, (line, None, None, None)

        return klass._extract_from_extended_frame_gen(extended(), limit=limit, lookup_lines=lookup_lines,
                                                      capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is None:
            entries = frame_gen
        elif limit >= 0:
            entries = _first(frame_gen, limit)
        else:
            entries = list(frame_gen)[limit:]
        result = klass()
        names = set()
        for frame, (line, end_line, column, end_column) in entries:
            code = frame.f_code
            filename = code.co_filename
            if filename not in names:
                names.add(filename)
                linecache.lazycache(filename, frame.f_globals)
            result.append(FrameSummary(filename, line, code.co_name, lookup_line=False,
                                       locals=frame.f_locals if capture_locals else None, end_lineno=end_line,
                                       colno=column, end_colno=end_column))
        for filename in names:
            linecache.checkcache(filename)
        if lookup_lines:
            for entry in result:
                entry.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Makes a stack of FrameSummary objects or (filename, line, name, text) tuples."""
        result = StackSummary()
        for entry in a_list:
            if isinstance(entry, FrameSummary):
                result.append(entry)
            else:
                filename, lineno, name, line = entry
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """The lines for one entry; None leaves it out."""
        filename = frame_summary.filename
        if filename.startswith("<stdin>-"):
            filename = "<stdin>"
        text = '  File "{}", line {}, in {}\n'.format(filename, frame_summary.lineno, frame_summary.name)
        lines = frame_summary._dedented_lines
        if lines and lines.strip():
            if frame_summary.colno is None or frame_summary.end_colno is None:
                text += "    {}\n".format(frame_summary.line)
            else:
                text += _traceback.quote(frame_summary._original_lines, frame_summary.colno, frame_summary.end_colno)
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += "    {name} = {value}\n".format(name=name, value=value)
        return text

    def format(self, **kwargs):
        """A list of strings, one for each entry; repetitions are cut short."""
        result = []
        last = None
        count = 0
        for entry in self:
            text = self.format_frame_summary(entry, **kwargs)
            if text is None:
                continue
            place = entry.filename, entry.lineno, entry.name
            if place != last:
                _add_repetitions(result, count)
                last = place
                count = 0
            count += 1
            if count <= _REPEATS_SHOWN:
                result.append(text)
        _add_repetitions(result, count)
        return result


def _first(iterable, count):
    if count > 0:
        for item in iterable:
            yield item
            count -= 1
            if count == 0:
                return


def _add_repetitions(result, count):
    count -= _REPEATS_SHOWN
    if count > 0:
        result.append(f'  [Previous line repeated {count} more time{"s" if count > 1 else ""}]\n')


# ---- Exceptions

class _Margin:
    """The state of one output: how deep in exception groups it is."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.depth)

    def emit(self, text, mark=None):
        prefix = self.indent()
        if self.depth:
            prefix += (mark or "|") + " "
        if isinstance(text, str):
            yield _indent(text, prefix)
        else:
            for part in text:
                yield _indent(part, prefix)


class TracebackException:
    """An exception ready to be printed; holds no frames and no exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth)
        top = _seen is None
        _seen = set() if top else _seen
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(
            _walk_tb_with_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
            capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_string(exc_value, "exception")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: {_safe_string(error, '__notes__', repr)}"]
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
        else:
            self.exc_type_qualname = None
            self.exc_type_module = None
        if exc_type and issubclass(exc_type, SyntaxError):
            self._take_syntax_error(exc_value)
        elif exc_type and exc_value is not None and issubclass(exc_type, (ImportError, NameError, AttributeError)):
            self._str += _hint(exc_type, exc_value, exc_traceback)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if top:
            # A queue instead of recursion: chains may be long.
            queue = [(self, exc_value)]
            while queue:
                part, error = queue.pop()
                part._take_chain(error, queue, compact, _seen, options)

    def _take_syntax_error(self, exc_value):
        self.filename = exc_value.filename
        line = exc_value.lineno
        self.lineno = str(line) if line is not None else None
        line = exc_value.end_lineno
        self.end_lineno = str(line) if line is not None else None
        self.text = exc_value.text
        self.offset = exc_value.offset
        self.end_offset = exc_value.end_offset
        self.msg = exc_value.msg
        self._is_syntax_error = True

    def _take_chain(self, error, queue, compact, seen, options):
        def make(other):
            if other is None or id(other) in seen:
                return None
            return TracebackException(type(other), other, other.__traceback__, _seen=seen, **options)

        if error is None:
            return
        self.__cause__ = make(error.__cause__)
        wanted = not compact or (self.__cause__ is None and not error.__suppress_context__)
        self.__context__ = make(error.__context__) if wanted else None
        if isinstance(error, BaseExceptionGroup):
            self.exceptions = []
            for inner in error.exceptions:
                part = TracebackException(type(inner), inner, inner.__traceback__, _seen=seen, **options)
                self.exceptions.append(part)
                queue.append((part, inner))
        if self.__cause__:
            queue.append((self.__cause__, error.__cause__))
        if self.__context__:
            queue.append((self.__context__, error.__context__))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Makes one of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._have_exc_type:
            return None
        name = self.exc_type_qualname
        module = self.exc_type_module
        if module not in ("__main__", "builtins"):
            if not isinstance(module, str):
                module = "<unknown>"
            name = module + "." + name
        return name

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yields the last lines: the exception itself and its notes."""
        indent = 3 * _depth * " "
        if not self._have_exc_type:
            yield indent + _final_line(None, self._str)
            return
        name = self.exc_type_str
        if not self._is_syntax_error:
            if _depth > 0:
                formatted = _final_line(name, self._str).split("\n")
                yield from [indent + line + "\n" for line in formatted[:-1]]
            else:
                yield _final_line(name, self._str)
        else:
            yield from [indent + line for line in self._format_syntax_error(name)]
        if isinstance(self.__notes__, (list, tuple)):
            for note in self.__notes__:
                note = _safe_string(note, "note")
                yield from [indent + line + "\n" for line in note.split("\n")]
        elif self.__notes__ is not None:
            yield indent + "{}\n".format(_safe_string(self.__notes__, "__notes__", func=repr))
        if self.exceptions and show_group:
            for inner in self.exceptions:
                yield from inner.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def _format_syntax_error(self, name):
        suffix = ""
        if self.lineno is not None:
            yield '  File "{}", line {}\n'.format(self.filename or "<string>", self.lineno)
        elif self.filename is not None:
            suffix = " ({})".format(self.filename)
        if self.text is not None:
            yield from self._syntax_error_marks()
        yield "{}: {}{}\n".format(name, self.msg or "<no detail available>", suffix)

    def _syntax_error_marks(self):
        line = self.text.rstrip("\n")
        visible = line.lstrip(" \n\f")
        skipped = len(line) - len(visible)
        yield "    {}\n".format(visible)
        if self.offset is None:
            return
        offset = self.offset
        if self.lineno == self.end_lineno:
            end_offset = self.end_offset if self.end_offset not in (None, 0) else offset
        else:
            end_offset = len(line) + 1
        if self.text and offset > len(self.text):
            offset = len(line) + 1
        if self.text and end_offset > len(self.text):
            end_offset = len(line) + 1
        if offset >= end_offset or end_offset < 0:
            end_offset = offset + 1
        column, end_column = offset - 1 - skipped, end_offset - 1 - skipped
        if column >= 0:
            blanks = "".join([c if c.isspace() else " " for c in visible[:column]])
            yield "    {}{}\n".format(blanks, "^" * (end_column - column))

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """Yields everything that an uncaught exception prints."""
        margin = _ctx or _Margin()
        output = []
        exc = self
        while exc is not None:
            message = following = None
            if chain and exc.__cause__ is not None:
                message, following = _CAUSE, exc.__cause__
            elif chain and exc.__context__ is not None and not exc.__suppress_context__:
                message, following = _CONTEXT, exc.__context__
            output.append((message, exc))
            exc = following
        for message, exc in reversed(output):
            if message is not None:
                yield from margin.emit(message)
            if exc.exceptions is None:
                if exc.stack:
                    yield from margin.emit("Traceback (most recent call last):\n")
                    yield from margin.emit(exc.stack.format())
                yield from margin.emit(exc.format_exception_only())
            elif margin.depth > self.max_group_depth:
                yield from margin.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from self._format_group(exc, margin, chain)

    def _format_group(self, exc, margin, chain):
        top = margin.depth == 0
        if top:
            margin.depth = 1
        if exc.stack:
            yield from margin.emit("Exception Group Traceback (most recent call last):\n", "+" if top else None)
            yield from margin.emit(exc.stack.format())
        yield from margin.emit(exc.format_exception_only())
        count = len(exc.exceptions)
        shown = count if count <= self.max_group_width else self.max_group_width + 1
        margin.need_close = False
        for i in range(shown):
            last = i == shown - 1
            if last:
                # An inner group that ends here closes for all.
                margin.need_close = True
            cut = i >= self.max_group_width
            title = "..." if cut else f"{i + 1}"
            yield f"{margin.indent()}{'+-' if i == 0 else '  '}+---------------- {title} ----------------\n"
            margin.depth += 1
            if cut:
                rest = count - self.max_group_width
                yield from margin.emit(f"and {rest} more exception{'s' if rest > 1 else ''}\n")
            else:
                yield from exc.exceptions[i].format(chain=chain, _ctx=margin)
            if last and margin.need_close:
                yield margin.indent() + "+------------------------------------\n"
                margin.need_close = False
            margin.depth -= 1
        if top:
            margin.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Prints to a file, sys.stderr by default."""
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end="")


def _hint(exc_type, exc_value, tb):
    """'. Did you mean …?' for a name that is close to one there is."""
    hint = ""
    # The candidates for a name are in the frame that raised.
    name = None if tb is None and issubclass(exc_type, NameError) else _traceback.suggest(exc_value)
    if name:
        hint = f". Did you mean: '{name}'?"
    if issubclass(exc_type, NameError):
        wrong = getattr(exc_value, "name", None)
        if isinstance(wrong, str) and _traceback.is_library_module(wrong):
            hint += (f" Or did you forget to import '{wrong}'?" if name
                     else f". Did you forget to import '{wrong}'?")
    return hint


def _final_line(name, value):
    text = _safe_string(value, "exception")
    if value is None or not text:
        return "%s\n" % name
    return "%s: %s\n" % (name, text)


# ---- Functions

def print_list(extracted_list, file=None):
    """Prints what format_list() gives."""
    if file is None:
        file = sys.stderr
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end="")


def format_list(extracted_list):
    """A list of strings for a list of FrameSummary objects or tuples."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Prints the entries of a traceback."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """The lines that print_tb() would write, in a list."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """A StackSummary of a traceback."""
    return StackSummary._extract_from_extended_frame_gen(_walk_tb_with_positions(tb), limit=limit)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    """Prints an exception with its traceback, causes and contexts."""
    value, tb = _value_and_traceback(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """The lines that print_exception() would write, in a list."""
    value, tb = _value_and_traceback(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The last lines alone: the exception and its notes."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True)
                .format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """What print_exc() prints, as a string."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Prints the last exception that nobody caught (at the prompt)."""
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    else:
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    """Prints where a frame (the caller's) is."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """The lines that print_stack() would write, in a list."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """A StackSummary of a frame (the caller's), outermost first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Drops the locals of all frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # It still runs.
            pass
        tb = tb.tb_next
