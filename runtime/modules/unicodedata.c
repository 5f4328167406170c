/*
 * The module unicodedata: properties of characters in Unicode 15.1, from
 * libunistring's tables and what runtime/unicode_tables.c adds to them, and
 * normalization.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unictype.h>
#include <uninorm.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "runtime/unicode.h"
#include "runtime/unicode_tables.h"

/* ---- Arguments ---------------------------------------------------------- */

static bool read_character(struct Interpreter *vm, const char *function, Value v, uint32_t *c)
{
    if (is_string(vm, v) && string_length(v) == 1) {
        *c = string_at(as_string(v), 0);
        return true;
    }
    raise_type_error(vm, "%s must be a unicode character, not %T", function, v);
    return false;
}

/* The second argument, or a ValueError. */
static OWNED Value default_or_raise(struct Interpreter *vm, const Value *args, size_t count, const char *message)
{
    return count > 1 ? retain(args[1]) : raise_value_error(vm, "%s", message);
}

static const struct AddedCharacters *added(uint32_t c)
{
    return unicode_find_range(added_characters, added_characters_count, sizeof *added_characters, c);
}

/* ---- Properties --------------------------------------------------------- */

static Value category(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    (void)count;
    if (!read_character(vm, "category() argument", args[0], &c))
        return EMPTY;
    const struct AddedCharacters *row = added(c);
    return string_intern_cstring(vm, row != NULL ? row->category : uc_general_category_name(uc_general_category(c)));
}

/* "" for what is not assigned. */
static const char *bidirectional_name(uint32_t c)
{
    static const char isolates[][4] = {"LRI", "RLI", "FSI", "PDI"};
    if (c >= 0x2066 && c <= 0x2069)
        return isolates[c - 0x2066];
    const struct AddedCharacters *row = added(c);
    if (row != NULL)
        return row->bidirectional;
    return uc_is_general_category(c, UC_CATEGORY_Cn) ? "" : uc_bidi_class_name(uc_bidi_class(c));
}

static Value bidirectional(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    (void)count;
    if (!read_character(vm, "bidirectional() argument", args[0], &c))
        return EMPTY;
    return string_intern_cstring(vm, bidirectional_name(c));
}

static Value combining(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    (void)count;
    if (!read_character(vm, "combining() argument", args[0], &c))
        return EMPTY;
    const struct AddedCharacters *row = added(c);
    return value_from_small_int(row != NULL ? row->combining : uc_combining_class(c));
}

static Value mirrored(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    ucs4_t other;
    (void)count;
    if (!read_character(vm, "mirrored() argument", args[0], &c))
        return EMPTY;
    return value_from_small_int(uc_mirror_char(c, &other));
}

static Value east_asian_width(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    (void)count;
    if (!read_character(vm, "east_asian_width() argument", args[0], &c))
        return EMPTY;
    const struct WidthRange *row =
        unicode_find_range(east_asian_widths, east_asian_widths_count, sizeof *east_asian_widths, c);
    return string_intern_cstring(vm, row != NULL ? row->width : "N");
}

static const struct AddedDecomposition *added_decomposition(uint32_t c)
{
    return unicode_find_row(added_decompositions, added_decompositions_count, sizeof *added_decompositions, c);
}

static Value decomposition(struct Interpreter *vm, const Value *args, size_t count)
{
    static const char *const tags[] = {
        [UC_DECOMP_CANONICAL] = "",           [UC_DECOMP_FONT] = "<font> ",     [UC_DECOMP_NOBREAK] = "<noBreak> ",
        [UC_DECOMP_INITIAL] = "<initial> ",   [UC_DECOMP_MEDIAL] = "<medial> ", [UC_DECOMP_FINAL] = "<final> ",
        [UC_DECOMP_ISOLATED] = "<isolated> ", [UC_DECOMP_CIRCLE] = "<circle> ", [UC_DECOMP_SUPER] = "<super> ",
        [UC_DECOMP_SUB] = "<sub> ",           [UC_DECOMP_VERTICAL] = "<vertical> ", [UC_DECOMP_WIDE] = "<wide> ",
        [UC_DECOMP_NARROW] = "<narrow> ",     [UC_DECOMP_SMALL] = "<small> ",   [UC_DECOMP_SQUARE] = "<square> ",
        [UC_DECOMP_FRACTION] = "<fraction> ", [UC_DECOMP_COMPAT] = "<compat> ",
    };
    uint32_t c;
    ucs4_t mapped[UC_DECOMPOSITION_MAX_LENGTH];
    (void)count;
    if (!read_character(vm, "decomposition() argument", args[0], &c))
        return EMPTY;
    const struct AddedDecomposition *row = added_decomposition(c);
    int tag = row != NULL ? row->tag : 0, length = 1;
    if (row != NULL)
        mapped[0] = row->mapped;
    else
        length = c >= 0xac00 && c < 0xd7a4 ? -1 : uc_decomposition(c, &tag, mapped); /* syllables are computed */
    if (length < 0)
        return retain(vm->empty_string);
    char text[16 + UC_DECOMPOSITION_MAX_LENGTH * 7];
    int size = snprintf(text, sizeof text, "%s", tags[tag]);
    for (int i = 0; i < length; i++)
        size += snprintf(text + size, sizeof text - (size_t)size, "%s%04X", i == 0 ? "" : " ", (unsigned)mapped[i]);
    return string_from_ascii(vm, text, (size_t)size);
}

/* ---- Numbers ------------------------------------------------------------ */

static Value decimal(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    if (!read_character(vm, "decimal() argument 1", args[0], &c))
        return EMPTY;
    int number = unicode_decimal_value(c);
    return number >= 0 ? value_from_small_int(number) : default_or_raise(vm, args, count, "not a decimal");
}

static Value digit(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    if (!read_character(vm, "digit() argument 1", args[0], &c))
        return EMPTY;
    int number = uc_digit_value(c);
    if (number < 0)
        number = unicode_added_digit(c);
    return number >= 0 ? value_from_small_int(number) : default_or_raise(vm, args, count, "not a digit");
}

static Value numeric(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    if (!read_character(vm, "numeric() argument 1", args[0], &c))
        return EMPTY;
    const struct AddedNumber *row = unicode_find_row(added_numbers, added_numbers_count, sizeof *added_numbers, c);
    if (row != NULL)
        return float_new(vm, (double)row->number);
    uc_fraction_t number = uc_numeric_value(c);
    if (number.denominator != 0)
        return float_new(vm, (double)number.numerator / (double)number.denominator);
    return default_or_raise(vm, args, count, "not a numeric character");
}

/* ---- Names -------------------------------------------------------------- */

static Value name(struct Interpreter *vm, const Value *args, size_t count)
{
    uint32_t c;
    char text[CHARACTER_NAME_LIMIT];
    if (!read_character(vm, "name() argument 1", args[0], &c))
        return EMPTY;
    size_t length = unicode_name(c, text, sizeof text);
    return length > 0 ? string_from_ascii(vm, text, length) : default_or_raise(vm, args, count, "no such name");
}

static OWNED Value look_up(struct Interpreter *vm, const char *text, size_t length)
{
    uint32_t characters[NAMED_SEQUENCE_LIMIT];
    if (length > INT_MAX || length > CHARACTER_NAME_LIMIT)
        return raise_error(vm, TYPE_KeyError, "name too long");
    size_t count = unicode_find_name(text, length, 1, characters);
    return count == 0 ? raise_error(vm, TYPE_KeyError, "undefined character name '%s'", text)
                      : string_from_units(vm, characters, 4, count);
}

static Value lookup(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[0])) {
        const uint8_t *data;
        size_t length;
        if (!bytes_view(vm, args[0], &data, &length))
            return raise_type_error(vm, "a bytes-like object is required, not '%T'", args[0]);
        Value text = string_from_utf8(vm, (const char *)data, length);
        Value found = is_empty(text) ? EMPTY : lookup(vm, &text, 1);
        release_maybe(vm, text);
        return found;
    }
    struct Utf8View view;
    if (!utf8_view(vm, args[0], &view))
        return EMPTY;
    Value found = look_up(vm, view.text, view.length);
    utf8_release(vm, &view);
    return found;
}

/* ---- Normalization ------------------------------------------------------ */

static bool read_form(struct Interpreter *vm, const char *function, const Value *args, uninorm_t *form)
{
    for (int i = 0; i < 2; i++)
        if (!is_string(vm, args[i])) {
            raise_type_error(vm, "%s() argument %d must be str, not %T", function, i + 1, args[i]);
            return false;
        }
    if (string_equals_cstring(args[0], "NFC"))
        *form = UNINORM_NFC;
    else if (string_equals_cstring(args[0], "NFD"))
        *form = UNINORM_NFD;
    else if (string_equals_cstring(args[0], "NFKC"))
        *form = UNINORM_NFKC;
    else if (string_equals_cstring(args[0], "NFKD"))
        *form = UNINORM_NFKD;
    else {
        if (string_length(args[1]) == 0) { /* nothing to do: the form is not looked at */
            *form = UNINORM_NFC;
            return true;
        }
        raise_value_error(vm, "invalid normalization form");
        return false;
    }
    return true;
}

static bool is_surrogate(uint32_t c) { return c >= 0xd800 && c < 0xe000; }

/* Normalizes what stands between surrogates, which libunistring does not take. */
static bool add_normalized(struct StringBuilder *builder, uninorm_t form, const uint32_t *text, size_t length)
{
    if (length == 0)
        return true;
    size_t size = 0;
    uint32_t *normal = u32_normalize(form, text, length, NULL, &size);
    if (normal == NULL) {
        raise_memory_error(builder->vm);
        return false;
    }
    bool good = true;
    for (size_t i = 0; good && i < size; i++)
        good = builder_add_char(builder, normal[i]);
    free(normal);
    return good;
}

static OWNED Value normalize_units(struct Interpreter *vm, uninorm_t form, uint32_t *units, size_t length)
{
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool compatible = form == UNINORM_NFKC || form == UNINORM_NFKD;
    size_t start = 0;
    bool good = true;
    for (size_t i = 0; good && i <= length; i++) {
        if (i < length && !is_surrogate(units[i])) {
            const struct AddedDecomposition *row = compatible ? added_decomposition(units[i]) : NULL;
            units[i] = row != NULL ? row->mapped : units[i];
            continue;
        }
        good = add_normalized(&builder, form, units + start, i - start) &&
               (i == length || builder_add_char(&builder, units[i]));
        start = i + 1;
    }
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static OWNED Value normal_form(struct Interpreter *vm, uninorm_t form, Value text)
{
    size_t length = string_length(text);
    if (string_is_ascii(as_string(text)))
        return retain(text);
    uint32_t *units = heap_allocate_array(vm, MEMORY_BYTES, length, sizeof *units);
    if (units == NULL)
        return EMPTY;
    for (size_t i = 0; i < length; i++)
        units[i] = string_at(as_string(text), i);
    Value normal = normalize_units(vm, form, units, length);
    heap_free(vm, MEMORY_BYTES, units, length * sizeof *units);
    if (!is_empty(normal) && is_exact_string(vm, text) && string_equal(normal, text)) {
        release(vm, normal);
        return retain(text);
    }
    return normal;
}

static Value normalize(struct Interpreter *vm, const Value *args, size_t count)
{
    uninorm_t form;
    (void)count;
    return read_form(vm, "normalize", args, &form) ? normal_form(vm, form, args[1]) : EMPTY;
}

static Value is_normalized(struct Interpreter *vm, const Value *args, size_t count)
{
    uninorm_t form;
    (void)count;
    if (!read_form(vm, "is_normalized", args, &form))
        return EMPTY;
    Value normal = normal_form(vm, form, args[1]);
    if (is_empty(normal))
        return EMPTY;
    bool same = string_equal(normal, args[1]);
    release(vm, normal);
    return value_from_bool(same);
}

/* ---- The module --------------------------------------------------------- */

static bool unicodedata_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    Value version = string_from_cstring(vm, "15.1.0");
    bool good = !is_empty(version) && dict_set_cstring(vm, dict, "unidata_version", version);
    release_maybe(vm, version);
    return good;
}

static const struct NativeMethod unicodedata_functions[] = {
    FUNCTION("category", category, 1, 1, "chr, /", "Returns the general category assigned to the character as a string."),
    FUNCTION("bidirectional", bidirectional, 1, 1, "chr, /",
             "Returns the bidirectional class assigned to the character as a string; empty if none is defined."),
    FUNCTION("combining", combining, 1, 1, "chr, /", "Returns the canonical combining class of the character, 0 if none."),
    FUNCTION("mirrored", mirrored, 1, 1, "chr, /", "Returns 1 if the character is mirrored in bidirectional text, else 0."),
    FUNCTION("east_asian_width", east_asian_width, 1, 1, "chr, /",
             "Returns the east asian width assigned to the character as a string."),
    FUNCTION("decomposition", decomposition, 1, 1, "chr, /",
             "Returns the character decomposition mapping as a string; empty if there is none."),
    FUNCTION("decimal", decimal, 1, 2, "chr, default=<unrepresentable>, /",
             "Converts a character to its decimal value; default, or ValueError, if it has none."),
    FUNCTION("digit", digit, 1, 2, "chr, default=<unrepresentable>, /",
             "Converts a character to its digit value; default, or ValueError, if it has none."),
    FUNCTION("numeric", numeric, 1, 2, "chr, default=<unrepresentable>, /",
             "Converts a character to its numeric value as a float; default, or ValueError, if it has none."),
    FUNCTION("name", name, 1, 2, "chr, default=<unrepresentable>, /",
             "Returns the name of the character; default, or ValueError, if it has none."),
    FUNCTION("lookup", lookup, 1, 1, "name, /", "Looks a character or named sequence up by its name."),
    FUNCTION("normalize", normalize, 2, 2, "form, unistr, /", "Returns the normal form of the string: NFC, NFKC, NFD or NFKD."),
    FUNCTION("is_normalized", is_normalized, 2, 2, "form, unistr, /", "Whether the string is in the normal form."),
    METHODS_END,
};

const struct ModuleSpec unicodedata_module_spec = {
    .name = "unicodedata",
    .documentation = "Properties of characters, from version 15.1.0 of the Unicode Character Database.",
    .functions = unicodedata_functions,
    .fill = unicodedata_fill,
};
