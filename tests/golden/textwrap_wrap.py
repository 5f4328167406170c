# textwrap.wrap and fill with their options.
import textwrap

text = "Hello there -- you goof-ball, use the -b option!  A well-known   long sentence. It ends.\tTabs\tand\nnew lines; non\xa0breaking, \"quoted.\" x--y --flag a-b-c 10-20 e-mail."
for kw in [{}, {"width": 20}, {"width": 10}, {"width": 5}, {"width": 1}, {"width": 20, "break_on_hyphens": False}, {"width": 12, "break_long_words": False}, {"width": 30, "initial_indent": "* ", "subsequent_indent": "  "},
           {"width": 20, "expand_tabs": False}, {"width": 20, "replace_whitespace": False}, {"width": 25, "drop_whitespace": False}, {"width": 40, "fix_sentence_endings": True}, {"width": 20, "tabsize": 2},
           {"width": 20, "max_lines": 2}, {"width": 20, "max_lines": 3, "placeholder": "..."}, {"width": 8, "max_lines": 1}, {"width": 20, "max_lines": 100}, {"width": 6, "max_lines": 2, "placeholder": "~"}]:
    print(kw, textwrap.wrap(text, **kw))
print(textwrap.fill("one two three four", 9))
for t in ["", " ", "   \n ", "x", "word" * 30, "-", "--", "a - b", "a -- b", "--option", "a--b--c", "this-is-a-useful-feature-for-reformatting", "well-known and -x or x- y", "hy-phen-ated", "http://example.com/a-b/c", "1-2-3", "ab-1cd", "a.b-c", "\u3000x y"]:
    print(repr(t), textwrap.wrap(t, 12), textwrap.wrap(t, 3), textwrap.TextWrapper()._split(t))
for kw in [{"width": 0}, {"width": -1}, {"width": 4, "max_lines": 1, "placeholder": " [long]"}]:
    try:
        print(textwrap.wrap("some text here", **kw))
    except ValueError as e:
        print(e)
w = textwrap.TextWrapper(width=10)
w.width = 12
print(w.wrap("change the width later"), w.fill("aaa bbb ccc ddd"), sorted(vars(w)))
