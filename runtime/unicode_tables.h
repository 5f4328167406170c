/*
 * Tables about characters that libunistring lacks (runtime/unicode_tables.c,
 * unicode_new_names.c, unicode_aliases.c), and names of characters.
 */
#ifndef VIV_RUNTIME_UNICODE_TABLES_H
#define VIV_RUNTIME_UNICODE_TABLES_H

#include <stddef.h>
#include <stdint.h>

struct AddedCharacters {
    uint32_t first, last;
    char category[3], bidirectional[4];
    uint8_t combining;
};
extern const struct AddedCharacters added_characters[];
extern const size_t added_characters_count;

struct AddedDecomposition {
    uint32_t character;
    int tag;
    uint32_t mapped;
};
extern const struct AddedDecomposition added_decompositions[];
extern const size_t added_decompositions_count;

struct WidthRange {
    uint32_t first, last;
    char width[3];
};
extern const struct WidthRange east_asian_widths[];
extern const size_t east_asian_widths_count;

struct AddedNumber {
    uint32_t character;
    int64_t number;
};
extern const struct AddedNumber added_numbers[];
extern const size_t added_numbers_count;

struct AddedName {
    uint32_t character;
    const char *name;
};
extern const struct AddedName added_names[];
extern const size_t added_names_count;

struct CharacterAlias {
    const char *name;
    uint32_t character;
};
extern const struct CharacterAlias character_aliases[];
extern const size_t character_aliases_count;

enum { NAMED_SEQUENCE_LIMIT = 4, CHARACTER_NAME_LIMIT = 256 };
struct NamedSequence {
    const char *name;
    uint32_t characters[NAMED_SEQUENCE_LIMIT]; /* zeros behind the last */
};
extern const struct NamedSequence named_sequences[];
extern const size_t named_sequences_count;

/* The row whose [first, last] holds c, or NULL; rows begin with these two, sorted. */
const void *unicode_find_range(const void *rows, size_t count, size_t row_size, uint32_t c);
/* The row that begins with c, or NULL. */
const void *unicode_find_row(const void *rows, size_t count, size_t row_size, uint32_t c);

/* runtime/unicode_names.c: the characters of this name (in any case of letters), or 0; sequences only if wanted. */
size_t unicode_find_name(const char *name, size_t length, int sequences, uint32_t characters[NAMED_SEQUENCE_LIMIT]);

#endif
