/*
 * Regular expressions: what the files of the module _sre share.
 *
 * A pattern is parsed by our own parser (re_parser.c), which knows CPython's
 * syntax and errors and writes the same expression in PCRE2's syntax; PCRE2
 * matches.  PCRE2's libraries have code units of 8, 16 and 32 bits, exactly
 * the widths of our strings, so a subject is matched where it lies: each
 * width gets a program of its own, made when a subject of that width is first
 * met.  All programs are non-UTF: a code unit is a code point (surrogates are
 * nothing special, as in CPython), and offsets are indices.
 *
 * Invariant: what a program accepts is decided by the translation alone.
 * Cases are folded and categories spelled out by us (re_set.c), because
 * CPython's rules for them differ from PCRE2's.
 */
#ifndef VIV_RUNTIME_MODULES_RE_H
#define VIV_RUNTIME_MODULES_RE_H

#include "runtime/interpreter.h"

enum RegexFlag {
    RE_IGNORECASE = 2,
    RE_LOCALE = 4,
    RE_MULTILINE = 8,
    RE_DOTALL = 16,
    RE_UNICODE = 32,
    RE_VERBOSE = 64,
    RE_DEBUG = 128,
    RE_ASCII = 256,
};
enum {
    RE_TYPE_FLAGS = RE_ASCII | RE_LOCALE | RE_UNICODE,
    RE_GLOBAL_FLAGS = RE_DEBUG, /* those that have no inline letter count as global */
    RE_MAXIMUM_GROUPS = 0x3fffffff,
};

/* What a subject is made of; for the first two a unit is an octet. */
enum RegexKind {
    REGEX_OCTETS, /* bytes, and str that is ASCII: nothing above 0x7f is a letter */
    REGEX_LATIN1,
    REGEX_UCS2,
    REGEX_UCS4,
    REGEX_KIND_COUNT
};

enum RegexMode { REGEX_SEARCH, REGEX_MATCH, REGEX_FULLMATCH, REGEX_MODE_COUNT };

/* PCRE2's side of one pattern for one kind and mode (re_engine.c).  The pointers are of the kind's library. */
struct RegexProgram {
    void *code;
    void *guarded;       /* the same with a callout at every item: for matches that take long */
    void *match_data;
    void *match_context;
    uint32_t uses;
    bool tried_jit, has_jit;
};

struct Pattern {
    struct Object header;
    Value source;          /* str or bytes; None for Scanner's */
    Value group_index;     /* dict: name → number */
    Value group_names;     /* tuple: name or None, by number - 1 */
    Value template_source; /* of the last template used, or EMPTY */
    Value template_parts;  /* tuple: see re_template.c */
    uint32_t *close_ranks; /* by group: how late it closes; groups + 1 of them */
    uint32_t groups;
    uint32_t flags;
    uint32_t depth;        /* of nested groups */
    bool is_bytes;
    bool has_insensitive_references; /* which PCRE2's native code compares by ASCII's cases alone */
    bool last_is_dynamic;  /* which group closed last depends on the match, not on the pattern alone */
    bool octets_suffice;   /* Latin-1 subjects can do with the programs of REGEX_OCTETS */
    bool too_large;        /* for PCRE2's narrow libraries: subjects are widened to 32 bits */
    struct RegexProgram *programs[REGEX_KIND_COUNT][REGEX_MODE_COUNT];
};

struct Match {
    struct Object header;
    Value pattern, string;
    size_t pos, endpos;
    uint32_t last_index;   /* 0: none */
    uint32_t group_count;  /* pattern's groups + 1 */
    int64_t spans[];       /* start, end of each; -1: did not take part */
};

/* A string being matched.  Borrows the string; units are valid until Python code runs, unless locked. */
struct RegexSubject {
    Value string;
    const void *units;
    size_t start, end;   /* pos and endpos, clamped */
    size_t length;
    enum RegexKind kind;
    int width;           /* of units, in octets */
    bool is_bytes;
    void *widened;       /* a block of our own, or NULL */
    size_t *lock;        /* the export count we raised, or NULL */
};

/* Where a match was found: PCRE2's offsets, valid until the program runs again. */
struct RegexSpans {
    const size_t *offsets; /* SIZE_MAX: unset */
    uint32_t last_index;
};

/* A growing text in ASCII. */
struct RegexText {
    struct Interpreter *vm;
    char *data;
    size_t length, capacity;
    bool failed; /* MemoryError is pending; what follows is ignored */
};

void regex_text_add(struct RegexText *text, const char *addition, size_t length);
void regex_text_add_cstring(struct RegexText *text, const char *addition);
void regex_text_add_format(struct RegexText *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void regex_text_insert(struct RegexText *text, size_t at, const char *addition);
void regex_text_close(struct RegexText *text);

/* What a parse finds out, besides the translation. */
struct RegexParsed {
    uint32_t flags, groups, depth;
    bool last_is_dynamic, has_unicode_sensitive_items, has_insensitive_references;
    Value group_index, group_names; /* OWNED; only when asked for */
    uint32_t *close_ranks;
};

/* re_parser.c: checks source and appends its translation for `kind` to text.  With `first` it also warns and fills
 * in names and ranks; later parses of the same source cannot fail but for memory. */
MUST_USE bool regex_parse(struct Interpreter *vm, Value source, uint32_t flags, enum RegexKind kind, bool first,
                          struct RegexText *text, struct RegexParsed *parsed);

/* re_engine.c: 1 matched, 0 did not, -1 raised. */
MUST_USE int regex_execute(struct Interpreter *vm, struct Pattern *pattern, struct RegexSubject *subject,
                           enum RegexMode mode, size_t start, bool must_advance, struct RegexSpans *spans);
void regex_programs_close(struct Interpreter *vm, struct Pattern *pattern);

/* re_subject.c */
MUST_USE bool regex_subject_open(struct Interpreter *vm, const struct Pattern *pattern, Value string, int64_t pos,
                                 int64_t endpos, struct RegexSubject *subject);
void regex_subject_close(struct Interpreter *vm, struct RegexSubject *subject);
/* Units as the programs of UCS4 want them: for patterns that are too large for the narrow libraries. */
MUST_USE bool regex_subject_widen(struct Interpreter *vm, struct RegexSubject *subject);
OWNED MUST_USE Value regex_subject_slice(struct Interpreter *vm, const struct RegexSubject *subject, size_t start,
                                         size_t end);

/* re_pattern.c */
static inline bool is_pattern(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_re_pattern); }
static inline struct Pattern *as_pattern(Value v) { return (struct Pattern *)value_object(v); }
OWNED MUST_USE Value pattern_new(struct Interpreter *vm, Value source, uint32_t flags);
extern const struct NativeMethod pattern_methods[];

/* The work behind Pattern's methods and the module's functions of the same names (re_search.c, re_substitute.c). */
OWNED MUST_USE Value pattern_find(struct Interpreter *vm, Value pattern, enum RegexMode mode, Value string,
                                  int64_t pos, int64_t endpos);
OWNED MUST_USE Value pattern_find_all(struct Interpreter *vm, Value pattern, Value string, int64_t pos, int64_t endpos);
OWNED MUST_USE Value pattern_find_iterator(struct Interpreter *vm, Value pattern, Value string, int64_t pos,
                                           int64_t endpos);
OWNED MUST_USE Value pattern_split(struct Interpreter *vm, Value pattern, Value string, int64_t limit);
/* counted: subn. */
OWNED MUST_USE Value pattern_substitute(struct Interpreter *vm, Value pattern, Value replacement, Value string,
                                        int64_t limit, bool counted);
OWNED MUST_USE Value scanner_new(struct Interpreter *vm, Value pattern, Value string, int64_t pos, int64_t endpos);

/* re_match.c */
OWNED MUST_USE Value match_new(struct Interpreter *vm, Value pattern, const struct RegexSubject *subject,
                               const struct RegexSpans *spans);
/* The text of a group; `otherwise` when it took no part. */
OWNED MUST_USE Value match_group_text(struct Interpreter *vm, Value match, size_t group, Value otherwise);
static inline struct Match *as_match(Value v) { return (struct Match *)value_object(v); }

/* re_template.c: a tuple of literal, group, literal, …, literal (empty literals are None); errors are re.error. */
OWNED MUST_USE Value template_parse(struct Interpreter *vm, Value pattern, Value source);
/* The same through the pattern's cache of one. */
OWNED MUST_USE Value template_get(struct Interpreter *vm, Value pattern, Value source);
OWNED MUST_USE Value template_expand(struct Interpreter *vm, Value match, Value parts);

/* re_error.c: re.error(message, pattern, pos); position -1: without. */
Value regex_raise(struct Interpreter *vm, STEALS Value message, Value pattern, int64_t position);
/* warnings.warn(message, category); false: raised. */
MUST_USE bool regex_warn(struct Interpreter *vm, STEALS Value message, enum TypeIndex category);

/* The library's state in an interpreter: made at the first match, closed with the interpreter. */
void regex_close(struct Interpreter *vm);

#endif
