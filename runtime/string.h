/*
 * str: immutable Unicode text, stored at the narrowest of 1, 2 or 4 bytes per
 * code point; knows whether it is ASCII, and its hash once computed.
 */
#ifndef VIV_RUNTIME_STRING_H
#define VIV_RUNTIME_STRING_H

#include <stdarg.h>

#include "runtime/interpreter.h"

enum { /* flags in the header */
    STRING_WIDTH_1 = OBJECT_TYPE_FLAG_0, /* else 2 with WIDTH_2, else 4 */
    STRING_WIDTH_2 = OBJECT_TYPE_FLAG_1,
    STRING_ASCII = OBJECT_TYPE_FLAG_2,
    STRING_INTERNED = OBJECT_TYPE_FLAG_3,
};

struct String {
    struct Object header;
    size_t length;  /* code points */
    uint64_t hash;  /* 0: not computed yet (a text that does hash to 0 is hashed anew each time) */
    uint8_t data[]; /* length + 1 units, zero-terminated */
};

struct StringIterator {
    struct Object header;
    Value string; /* EMPTY once exhausted */
    size_t index;
};

static inline bool is_string(struct Interpreter *vm, Value v)
{
    return is_object(v) && (value_object(v)->type->flags & TYPE_SUBCLASS_STR) && vm != NULL;
}
static inline bool is_exact_string(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_str); }
static inline struct String *as_string(Value v) { return (struct String *)value_object(v); }
static inline size_t string_length(Value v) { return as_string(v)->length; }
static inline int string_width(const struct String *s)
{
    return (s->header.flags & STRING_WIDTH_1) ? 1 : (s->header.flags & STRING_WIDTH_2) ? 2 : 4;
}
static inline bool string_is_ascii(const struct String *s) { return (s->header.flags & STRING_ASCII) != 0; }
static inline uint16_t *string_units_2(const struct String *s) { return (uint16_t *)(void *)s->data; }
static inline uint32_t *string_units_4(const struct String *s) { return (uint32_t *)(void *)s->data; }
static inline uint32_t string_at(const struct String *s, size_t i)
{
    if (LIKELY(s->header.flags & STRING_WIDTH_1))
        return s->data[i];
    return s->header.flags & STRING_WIDTH_2 ? string_units_2(s)[i] : string_units_4(s)[i];
}

/* Makes the interpreter's empty string, empty bytes and table of interned strings; the str and bytes types are
 * there already.  strings_close frees them and the one-character strings, after everything else is gone. */
MUST_USE bool strings_open(struct Interpreter *vm);
void strings_close(struct Interpreter *vm);
/* The secret CPython derives from PYTHONHASHSEED=seed, for vm->hash_key. */
void hash_key_from_seed(uint64_t seed, uint64_t key[2]);

/* A new string of `length` units, wide enough for code points up to `maximum`, for the caller to fill: exactly as
 * wide as its highest code point asks for.  With length 0 it is the empty string. */
OWNED MUST_USE Value string_allocate(struct Interpreter *vm, size_t length, uint32_t maximum);

/* Malformed UTF-8 is a programming error here (the decoder with error handlers is bytes.decode's);
 * surrogates in WTF-8 form are accepted. */
OWNED MUST_USE Value string_from_utf8(struct Interpreter *vm, const char *text, size_t length);
OWNED MUST_USE Value string_from_cstring(struct Interpreter *vm, const char *text);
OWNED MUST_USE Value string_from_format(struct Interpreter *vm, const char *format, ...); /* raise_error's formats */
OWNED MUST_USE Value string_from_format_list(struct Interpreter *vm, const char *format, va_list arguments);
OWNED MUST_USE Value string_from_code_point(struct Interpreter *vm, uint32_t code_point);
OWNED MUST_USE Value string_from_units(struct Interpreter *vm, const void *units, int width, size_t length); /* narrows */
OWNED MUST_USE Value string_from_ascii(struct Interpreter *vm, const char *text, size_t length);
/* The one string with this text that names share; takes and returns ownership. */
OWNED MUST_USE Value string_intern(struct Interpreter *vm, STEALS Value string);
OWNED MUST_USE Value string_intern_cstring(struct Interpreter *vm, const char *text);
/* A zero-terminated UTF-8 view (WTF-8 for lone surrogates). For ASCII strings it is the string's own data; otherwise it is
 * made in a buffer to be freed with utf8_release. NULL: MemoryError. */
struct Utf8View { const char *text; size_t length; void *buffer; size_t capacity; };
MUST_USE bool utf8_view(struct Interpreter *vm, Value string, struct Utf8View *view);
void utf8_release(struct Interpreter *vm, struct Utf8View *view);

bool string_equal(Value a, Value b);
int string_compare(Value a, Value b);
bool string_equals_cstring(Value s, const char *ascii);
uint64_t string_hash(struct Interpreter *vm, Value s); /* as int64 is the Python hash; never fails */
OWNED MUST_USE Value string_concatenate(struct Interpreter *vm, Value a, Value b);
/* a + b where the caller gives up its reference to a: may grow a in place when nobody else holds it. */
OWNED MUST_USE Value string_append(struct Interpreter *vm, STEALS Value a, Value b);
OWNED MUST_USE Value string_substring(struct Interpreter *vm, Value s, size_t start, size_t end);
int64_t string_find(Value haystack, Value needle, size_t start, size_t end); /* -1: not found */
OWNED MUST_USE Value string_join(struct Interpreter *vm, Value separator, Value iterable);
OWNED MUST_USE Value string_format_method(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);
OWNED MUST_USE Value string_percent_format(struct Interpreter *vm, Value format, Value arguments);
OWNED MUST_USE Value string_repr(struct Interpreter *vm, Value s);

/*
 * Builds text piece by piece: open, add, then finish or abandon.  Short texts stay in `initial`, longer ones grow
 * inside the string object they will become.  Widens as needed; must not be copied while open.
 */
struct StringBuilder {
    struct Interpreter *vm;
    void *data;              /* initial, or the units of string */
    size_t length, capacity; /* code points */
    int width;               /* 1, 2, 4 */
    uint32_t maximum;        /* all code points so far, or-ed together */
    struct String *string;   /* or NULL */
    _Alignas(8) uint8_t initial[128];
};
void builder_open(struct StringBuilder *builder, struct Interpreter *vm);
MUST_USE bool builder_add_char(struct StringBuilder *builder, uint32_t code_point);
MUST_USE bool builder_add_string(struct StringBuilder *builder, Value string);
MUST_USE bool builder_add_substring(struct StringBuilder *builder, Value string, size_t start, size_t end);
MUST_USE bool builder_add_cstring(struct StringBuilder *builder, const char *ascii_or_utf8);
MUST_USE bool builder_add_utf8(struct StringBuilder *builder, const char *text, size_t length);
MUST_USE bool builder_add_ascii(struct StringBuilder *builder, const char *text, size_t length);
MUST_USE bool builder_add_repeat(struct StringBuilder *builder, uint32_t code_point, size_t count);
MUST_USE bool builder_add_repr(struct StringBuilder *builder, Value v); /* object_repr */
MUST_USE bool builder_add_str(struct StringBuilder *builder, Value v);  /* object_str */
/* Makes room for `extra` code points up to `maximum`. */
MUST_USE bool builder_reserve(struct StringBuilder *builder, size_t extra, uint32_t maximum);
OWNED MUST_USE Value builder_finish(struct StringBuilder *builder); /* also closes */
void builder_abandon(struct StringBuilder *builder);

#endif
