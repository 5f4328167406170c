/*
 * What bytes and bytearray share.  Methods take either as self and give back
 * the same type (never a subclass).  Octets of a bytearray move when Python
 * code runs: read what is an index or a number first, then look at octets.
 */
#ifndef VIV_RUNTIME_BYTES_INTERNAL_H
#define VIV_RUNTIME_BYTES_INTERNAL_H

#include "runtime/bytes.h"
#include "runtime/string_internal.h"

/* The octets of a bytes or bytearray. */
static inline struct Units octets_of(struct Interpreter *vm, Value self)
{
    struct Units units = {NULL, 0, 1};
    bytes_units(vm, self, &units);
    return units;
}

/* The octets of any bytes-like argument: "a bytes-like object is required, not 'str'". */
MUST_USE bool read_octets(struct Interpreter *vm, Value v, struct Units *octets);

/* __index__ of v as an octet; message when it is not in range(0, 256), or NULL for "byte must be …". */
MUST_USE bool read_octet(struct Interpreter *vm, Value v, uint8_t *octet, const char *message);

/* A bytes or bytearray, as self is. data NULL: to be filled by the caller through octets_for_writing. */
OWNED MUST_USE Value octets_like(struct Interpreter *vm, Value self, const void *data, size_t length);
uint8_t *octets_for_writing(struct Interpreter *vm, Value fresh);

/* self where nothing changed: itself when it is exact bytes, else a copy. */
OWNED MUST_USE Value octets_unchanged(struct Interpreter *vm, Value self);

/* Octets of an iterable of ints, a bytes-like object, or a list: appended to *buffer. */
struct OctetBuffer {
    uint8_t *data; /* MEMORY_BYTES block of `capacity` */
    size_t length, capacity;
};
MUST_USE bool octet_buffer_add(struct Interpreter *vm, struct OctetBuffer *buffer, uint8_t octet);
MUST_USE bool octet_buffer_add_iterable(struct Interpreter *vm, struct OctetBuffer *buffer, Value iterable,
                                        const char *range_message);
void octet_buffer_close(struct Interpreter *vm, struct OctetBuffer *buffer);

/* The constructors' arguments (source, encoding, errors) as octets, in one of three ways. */
enum SourceKind { SOURCE_RAISED, SOURCE_ZEROS, SOURCE_BYTES, SOURCE_BUFFER };
enum SourceKind octets_read_source(struct Interpreter *vm, const char *type, const Value bound[3], size_t *zeros,
                                   Value *bytes, struct OctetBuffer *buffer);

/* repr's b'…' (runtime/bytes_text.c).  bytearray escapes single quotes even between double ones. */
MUST_USE bool builder_add_octets_repr(struct StringBuilder *builder, const uint8_t *data, size_t length,
                                      bool escape_single);
OWNED MUST_USE Value octets_hex(struct Interpreter *vm, const uint8_t *data, size_t length, Value separator,
                                Value group);

struct OctetIterator {
    struct Object header;
    Value octets; /* EMPTY once exhausted */
    size_t index;
};
OWNED MUST_USE Value octets_iterator(struct Interpreter *vm, Value octets, enum TypeIndex type);

/* bytearray (runtime/bytearray.c): BufferError while views exist; new octets are garbage. */
MUST_USE bool byte_array_resize(struct Interpreter *vm, struct ByteArray *array, size_t length);

typedef Value BytesMethod(struct Interpreter *vm, const Value *args, size_t count);
BytesMethod bytes_capitalize, bytes_center, bytes_count, bytes_decode, bytes_endswith, bytes_expandtabs, bytes_find,
    bytes_fromhex, bytes_hex, bytes_index, bytes_isalnum, bytes_isalpha, bytes_isascii, bytes_isdigit, bytes_islower,
    bytes_isspace, bytes_istitle, bytes_isupper, bytes_join, bytes_ljust, bytes_lower, bytes_lstrip, bytes_maketrans,
    bytes_partition, bytes_removeprefix, bytes_removesuffix, bytes_replace, bytes_rfind, bytes_rindex, bytes_rjust,
    bytes_rpartition, bytes_rsplit, bytes_rstrip, bytes_split, bytes_splitlines, bytes_startswith, bytes_strip,
    bytes_swapcase, bytes_title, bytes_translate, bytes_upper, bytes_zfill;

/* __buffer__ of both types. */
BytesMethod octets_buffer_method;

/* Operators shared by both types. */
OWNED MUST_USE Value octets_concatenate(struct Interpreter *vm, Value left, Value right);
OWNED MUST_USE Value octets_repeat(struct Interpreter *vm, Value self, int64_t count);
MUST_USE int octets_contain(struct Interpreter *vm, Value self, Value item);
OWNED MUST_USE Value octets_get_item(struct Interpreter *vm, Value self, Value key);
OWNED MUST_USE Value octets_compare(struct Units a, struct Units b, enum Comparison operation);

#define COMMON_BYTES_METHODS                                                                                        \
    METHOD("capitalize", bytes_capitalize, 0, 0, "", "First character capitalized, the rest lower case."),          \
    METHOD("center", bytes_center, 1, 2, "width, fillchar=b' ', /", "Return a centered copy of length width."),     \
    METHOD("count", bytes_count, 1, 3, "sub[, start[, end]], /", "Count non-overlapping occurrences."),             \
    METHOD_NAMED("decode", bytes_decode, "encoding='utf-8', errors='strict'", "Decode to a str."),                  \
    METHOD("endswith", bytes_endswith, 1, 3, "suffix[, start[, end]], /", "Whether it ends with suffix."),          \
    METHOD_NAMED("expandtabs", bytes_expandtabs, "tabsize=8", "Return a copy with tabs expanded."),                 \
    METHOD("find", bytes_find, 1, 3, "sub[, start[, end]], /", "Return the lowest index of sub, or -1."),           \
    CLASS_METHOD("fromhex", bytes_fromhex, 1, 1, "string, /", "Create from hexadecimal numbers."),                  \
    METHOD_NAMED("hex", bytes_hex, "sep=None, bytes_per_sep=1", "Hexadecimal representation."),                     \
    METHOD("index", bytes_index, 1, 3, "sub[, start[, end]], /", "Return the lowest index of sub, or raise."),      \
    METHOD("isalnum", bytes_isalnum, 0, 0, "", "Whether all are alphanumeric."),                                    \
    METHOD("isalpha", bytes_isalpha, 0, 0, "", "Whether all are alphabetic."),                                      \
    METHOD("isascii", bytes_isascii, 0, 0, "", "Whether all are ASCII."),                                           \
    METHOD("isdigit", bytes_isdigit, 0, 0, "", "Whether all are digits."),                                          \
    METHOD("islower", bytes_islower, 0, 0, "", "Whether all cased characters are lowercase."),                      \
    METHOD("isspace", bytes_isspace, 0, 0, "", "Whether all are whitespace."),                                      \
    METHOD("istitle", bytes_istitle, 0, 0, "", "Whether it is titlecased."),                                        \
    METHOD("isupper", bytes_isupper, 0, 0, "", "Whether all cased characters are uppercase."),                      \
    METHOD("join", bytes_join, 1, 1, "iterable_of_bytes, /", "Concatenate any number of bytes-like objects."),      \
    METHOD("ljust", bytes_ljust, 1, 2, "width, fillchar=b' ', /", "Return a left-justified copy."),                 \
    METHOD("lower", bytes_lower, 0, 0, "", "Return a lowercase copy."),                                             \
    METHOD("lstrip", bytes_lstrip, 0, 1, "bytes=None, /", "Strip leading bytes."),                                  \
    STATIC_METHOD("maketrans", bytes_maketrans, 2, 2, "frm, to, /", "Return a table usable for translate."),        \
    METHOD("partition", bytes_partition, 1, 1, "sep, /", "Partition into three parts around sep."),                 \
    METHOD("removeprefix", bytes_removeprefix, 1, 1, "prefix, /", "Return it without the given prefix."),           \
    METHOD("removesuffix", bytes_removesuffix, 1, 1, "suffix, /", "Return it without the given suffix."),           \
    METHOD("replace", bytes_replace, 2, 3, "old, new, count=-1, /", "Return a copy with old replaced by new."),     \
    METHOD("rfind", bytes_rfind, 1, 3, "sub[, start[, end]], /", "Return the highest index of sub, or -1."),        \
    METHOD("rindex", bytes_rindex, 1, 3, "sub[, start[, end]], /", "Return the highest index of sub, or raise."),   \
    METHOD("rjust", bytes_rjust, 1, 2, "width, fillchar=b' ', /", "Return a right-justified copy."),                \
    METHOD("rpartition", bytes_rpartition, 1, 1, "sep, /", "Partition around the last sep."),                       \
    METHOD_NAMED("rsplit", bytes_rsplit, "sep=None, maxsplit=-1", "Like split, counting from the right."),          \
    METHOD("rstrip", bytes_rstrip, 0, 1, "bytes=None, /", "Strip trailing bytes."),                                 \
    METHOD_NAMED("split", bytes_split, "sep=None, maxsplit=-1", "Return a list of the sections between sep."),      \
    METHOD_NAMED("splitlines", bytes_splitlines, "keepends=False", "Return a list of the lines."),                  \
    METHOD("startswith", bytes_startswith, 1, 3, "prefix[, start[, end]], /", "Whether it starts with prefix."),    \
    METHOD("strip", bytes_strip, 0, 1, "bytes=None, /", "Strip leading and trailing bytes."),                       \
    METHOD("swapcase", bytes_swapcase, 0, 0, "", "Swap the case of ASCII letters."),                                \
    METHOD("title", bytes_title, 0, 0, "", "Return a titlecased copy."),                                            \
    METHOD_NAMED("translate", bytes_translate, "table, /, delete=b''", "Map each byte through the table."),         \
    METHOD("upper", bytes_upper, 0, 0, "", "Return an uppercase copy."),                                            \
    METHOD("zfill", bytes_zfill, 1, 1, "width, /", "Pad a numeric string with zeros on the left.")

#endif
