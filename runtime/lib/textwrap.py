"""Paragraphs broken into lines, indented and shortened."""
import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

# ASCII's white space alone: others, as the no-break space, hold words together.
_whitespace = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Wraps paragraphs: splits text into chunks that cannot be broken, and packs these into lines."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(" "))

    _punctuation = r"[\w!\"'&.,?]"
    _letter = r"[^\d\W]"
    _space = "[" + re.escape(_whitespace) + "]"
    _no_space = "[^" + re.escape(_whitespace) + "]"

    # Chunks: white space; an em-dash between words; a word, which ends after a hyphen between letters, before white
    # space, or before an em-dash.
    wordsep_re = re.compile(
        rf"({_space}+"
        rf"|(?<={_punctuation})-{{2,}}(?=\w)"
        rf"|{_no_space}+?(?:"
        rf"-(?:(?<={_letter}{{2}}-)|(?<={_letter}-{_letter}-))(?={_letter}-?{_letter})"
        rf"|(?={_space}|\Z)"
        rf"|(?<={_punctuation})(?=-{{2,}}\w)))")
    wordsep_simple_re = re.compile(rf"({_space}+)")
    sentence_end_re = re.compile(r"[a-z][\.\!\?][\"\']?\Z")

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        pattern = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return [chunk for chunk in pattern.split(text) if chunk]

    def _fix_sentence_endings(self, chunks):
        i = 0
        while i < len(chunks) - 1:
            if chunks[i + 1] == " " and self.sentence_end_re.search(chunks[i]):
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _handle_long_word(self, chunks, line, length, width):
        """The last chunk alone is too long for a line: break it, or put it on a line of its own."""
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            end = space
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _take_line(self, chunks, width):
        """Moves what fits from the reversed chunks into a line: the line and its length."""
        line = []
        length = 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
            length = sum(map(len, line))
        if self.drop_whitespace and line and line[-1].strip() == "":
            length -= len(line.pop())
        return line, length

    def _is_last(self, lines, chunks):
        """Whether what is left fits the line just made, or lines are not limited."""
        return (self.max_lines is None or len(lines) + 1 < self.max_lines
                or not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())

    def _add_placeholder(self, lines, line, length, width, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                chunks.pop()
            line, length = self._take_line(chunks, width)
            if not line:
                continue
            if self._is_last(lines, chunks) and (self.max_lines is None or len(lines) + 1 < self.max_lines
                                                 or length <= width):
                lines.append(indent + "".join(line))
            else:
                self._add_placeholder(lines, line, length, width, indent)
                break
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The paragraph as a list of lines of the width."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The paragraph as one string of lines of the width."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The paragraph as a list of lines of the width."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The paragraph as one string of lines of the width."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text on one line, cut at a word where it is too long."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


_whitespace_only_re = re.compile("^[ \t]+$", re.MULTILINE)
_leading_whitespace_re = re.compile("(^[ \t]*)(?:[^ \t\n])", re.MULTILINE)


def dedent(text):
    """Takes away the white space that all lines begin with."""
    text = _whitespace_only_re.sub("", text)
    margin = None
    for indent in _leading_whitespace_re.findall(text):
        if margin is None or margin.startswith(indent):
            margin = indent
        elif not indent.startswith(margin):
            # The longest start that both have.
            common = 0
            while margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    if margin:
        text = re.sub("(?m)^" + margin, "", text)
    return text


def indent(text, prefix, predicate=None):
    """Adds prefix to the beginning of selected lines in text: those with more than white space, by default."""
    lines = []
    for line in text.splitlines(True):
        if line.strip() if predicate is None else predicate(line):
            lines.append(prefix)
        lines.append(line)
    return "".join(lines)
