/* What the files that make up str share with each other and with nobody else. */
#ifndef VIV_RUNTIME_STRING_INTERNAL_H
#define VIV_RUNTIME_STRING_INTERNAL_H

#include "runtime/error.h"
#include "runtime/string.h"
#include "runtime/string_search.h"
#include "runtime/string_units.h"

static inline struct Units string_units(Value v)
{
    const struct String *s = as_string(v);
    return (struct Units){s->data, s->length, (uint64_t)string_width(s)};
}

/* All code points of s or-ed together, as far as its flags tell: good for choosing a width. */
static inline uint32_t string_bits(const struct String *s)
{
    if (string_is_ascii(s))
        return 0x7f;
    return string_width(s) == 1 ? 0xff : string_width(s) == 2 ? 0xffff : MAXIMUM_CODE_POINT;
}

/* Bytes a string of this shape needs; false with MemoryError pending when no machine has them. */
MUST_USE bool string_size(struct Interpreter *vm, size_t length, int width, size_t *size);

/* The header flags of a string with these code points (or-ed together). */
static inline uint32_t string_flags_for(uint32_t maximum)
{
    if (maximum < 0x80)
        return STRING_WIDTH_1 | STRING_ASCII;
    if (maximum < 0x100)
        return STRING_WIDTH_1;
    return maximum < 0x10000 ? (uint32_t)STRING_WIDTH_2 : 0;
}

/* The sound part of a scanned text. */
OWNED MUST_USE Value string_from_scanned(struct Interpreter *vm, const uint8_t *text, const struct Utf8Scan *scan);

/* The same text as an exact str. */
OWNED MUST_USE Value string_exact(struct Interpreter *vm, Value v);

/* Units of any width; narrower than they look is fine. */
MUST_USE bool builder_add_units(struct StringBuilder *builder, const void *units, int width, size_t count);

MUST_USE bool builder_add_int(struct StringBuilder *builder, int64_t number);
/* format(object, specification) (runtime/string_format.c). */
MUST_USE bool builder_add_formatted(struct StringBuilder *builder, Value object, Value specification);
/* \n, \xhh, \uhhhh or \Uhhhhhhhh (runtime/string_repr.c). */
MUST_USE bool builder_add_escape(struct StringBuilder *builder, uint32_t c);

/* The shared object for a new text of one Latin-1 character; other texts as they are. */
static inline OWNED Value string_shared(struct Interpreter *vm, STEALS Value v)
{
    const struct String *s = as_string(v);
    if (s->length != 1 || string_width(s) > 1)
        return v;
    Value shared = string_from_code_point(vm, s->data[0]);
    release(vm, v);
    return shared;
}

OWNED MUST_USE Value string_join_items(struct Interpreter *vm, Value separator, const Value *items, size_t count);
bool string_is_identifier(Value self);

void string_destroy(struct Interpreter *vm, struct Object *self);

/* The hash of a buffer (runtime/string_hash.c). */
uint64_t octets_hash(struct Interpreter *vm, const void *data, size_t length);

/* The table of interned strings (runtime/string_intern.c). */
MUST_USE bool intern_table_open(struct Interpreter *vm);
void intern_table_close(struct Interpreter *vm);
void intern_table_remove(struct Interpreter *vm, struct String *s);

/* ---- Arguments (runtime/text_arguments.c), shared with bytes ---- */

/* "find() argument 1 must be str, not int"; None is called None. */
Value raise_bad_argument(struct Interpreter *vm, const char *function, const char *argument, const char *expected,
                         Value v);
/* Whether v is a str; raises the above for "argument <number>" (0: "argument"). */
MUST_USE bool check_string_argument(struct Interpreter *vm, Value v, const char *function, int number);

/* The optional bounds of find, count and their kin: args[at] and args[at + 1], clamped as slices are, except that
 * start may be greater than the length or end. */
MUST_USE bool read_bounds(struct Interpreter *vm, const Value *args, size_t count, size_t at, size_t length,
                          int64_t *start, int64_t *end);
/* An index-sized integer: OverflowError in CPython's words when it does not fit. */
MUST_USE bool read_size(struct Interpreter *vm, Value v, int64_t *number);
/* The same for a C int. */
MUST_USE bool read_int(struct Interpreter *vm, Value v, int *number);
/* A str argument as a C string, e.g. an encoding's name: the view is the caller's to release. */
MUST_USE bool read_text_argument(struct Interpreter *vm, Value v, const char *function, const char *argument,
                                 struct Utf8View *view);

/* ---- Methods of str, gathered in the table of string_type.c ---- */

typedef Value StringMethod(struct Interpreter *vm, const Value *args, size_t count);

StringMethod string_find_method, string_rfind, string_index, string_rindex, string_count, string_startswith,
    string_endswith, string_removeprefix, string_removesuffix, string_replace;
StringMethod string_strip, string_lstrip, string_rstrip, string_center, string_ljust, string_rjust, string_zfill,
    string_expandtabs;
StringMethod string_split, string_rsplit, string_splitlines, string_partition, string_rpartition, string_join_method;
StringMethod string_upper, string_lower, string_casefold, string_title, string_capitalize, string_swapcase;
StringMethod string_isalnum, string_isalpha, string_isascii, string_isdecimal, string_isdigit, string_isidentifier,
    string_islower, string_isnumeric, string_isprintable, string_isspace, string_istitle, string_isupper;
OWNED MUST_USE Value string_replace_text(struct Interpreter *vm, Value text, Value old, Value new, size_t count);
StringMethod string_translate, string_maketrans, string_encode_method, string_format_map;

/* The immortal empty bytes (runtime/bytes.c). */
OWNED MUST_USE Value bytes_new_immortal_empty(struct Interpreter *vm);

#endif
