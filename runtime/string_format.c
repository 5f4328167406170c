/*
 * str.format and str.format_map: replacement fields, numbering, attribute and
 * item lookups, conversions, nested fields in specifications.
 *
 * The template is read in place, by position; specifications become strings
 * of their own only when there is one.
 */
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"
#include "runtime/unicode.h"

enum Numbering { NUMBERING_UNDECIDED, NUMBERING_AUTOMATIC, NUMBERING_MANUAL };
enum { NESTING_LIMIT = 2 };

/* Where fields take their objects from. */
struct Source {
    struct Interpreter *vm;
    Value template;
    const Value *args;
    size_t positional;
    Value names;    /* keyword names, or EMPTY; their values follow the positional ones */
    Value mapping;  /* format_map: instead of all the above; else EMPTY */
    enum Numbering numbering;
    int64_t next_number;
};

struct Part {
    size_t start, end;
};

struct Field {
    struct Part name, specification;
    uint32_t conversion;  /* 0: none */
    bool nested;          /* the specification has fields of its own */
};

static uint32_t at(const struct Source *source, size_t i) { return string_at(as_string(source->template), i); }

/* ---- Syntax ------------------------------------------------------------ */

static MUST_USE bool fail(const struct Source *source, const char *message)
{
    raise_value_error(source->vm, "%s", message);
    return false;
}

/* From behind the ':' to the matching brace. */
static MUST_USE bool read_specification(struct Source *source, size_t *position, size_t end, struct Field *field)
{
    size_t i = *position;
    field->specification.start = i;
    for (int depth = 1; i < end; i++) {
        uint32_t c = at(source, i);
        if (c == '{') {
            field->nested = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->specification.end = i;
            *position = i + 1;
            return true;
        }
    }
    return fail(source, "unmatched '{' in format spec");
}

/* From behind the '!': the conversion, and what follows it. */
static MUST_USE bool read_conversion(struct Source *source, size_t *position, size_t end, struct Field *field)
{
    if (*position >= end)
        return fail(source, "end of string while looking for conversion specifier");
    field->conversion = at(source, (*position)++);
    if (*position < end) {
        uint32_t c = at(source, (*position)++);
        if (c == '}')
            return true;
        if (c != ':')
            return fail(source, "expected ':' after conversion specifier");
    }
    return read_specification(source, position, end, field);
}

/* From behind the opening brace to behind the closing one. */
static MUST_USE bool read_field(struct Source *source, size_t *position, size_t end, struct Field *field)
{
    size_t i = *position;
    *field = (struct Field){.name = {i, i}};
    for (; i < end; i++) {
        uint32_t c = at(source, i);
        if (c == '{')
            return fail(source, "unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!') {
            field->name.end = i;
            *position = i + 1;
            if (c == '}')
                return true;
            return c == '!' ? read_conversion(source, position, end, field)
                            : read_specification(source, position, end, field);
        }
        if (c == '[')
            while (i + 1 < end && at(source, i + 1) != ']')
                i++;
    }
    return fail(source, "expected '}' before end of string");
}

/* ---- Field names ------------------------------------------------------- */

/* The number a part spells, or -1; false: raised. */
static MUST_USE bool part_number(struct Source *source, struct Part part, int64_t *number)
{
    int64_t total = 0;
    *number = -1;
    if (part.start == part.end)
        return true;
    for (size_t i = part.start; i < part.end; i++) {
        int digit = unicode_decimal_value(at(source, i));
        if (digit < 0)
            return true;
        if (total > (INT64_MAX - digit) / 10)
            return fail(source, "Too many decimal digits in format string");
        total = total * 10 + digit;
    }
    *number = total;
    return true;
}

static MUST_USE bool choose_numbering(struct Source *source, bool automatic)
{
    if (source->numbering == NUMBERING_UNDECIDED)
        source->numbering = automatic ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL;
    if (source->numbering == NUMBERING_MANUAL && automatic)
        return fail(source, "cannot switch from manual field specification to automatic field numbering");
    if (source->numbering == NUMBERING_AUTOMATIC && !automatic)
        return fail(source, "cannot switch from automatic field numbering to manual field specification");
    return true;
}

static OWNED Value positional_argument(struct Source *source, int64_t number)
{
    if (!is_empty(source->mapping))
        return raise_value_error(source->vm, "Format string contains positional fields");
    if ((uint64_t)number >= source->positional)
        return raise_error(source->vm, TYPE_IndexError,
                           "Replacement index %zd out of range for positional args tuple", (ssize_t)number);
    return retain(source->args[number]);
}

static OWNED Value keyword_argument(struct Source *source, struct Part name)
{
    struct Interpreter *vm = source->vm;
    Value key = string_substring(vm, source->template, name.start, name.end), found = EMPTY;
    if (is_empty(key))
        return EMPTY;
    if (!is_empty(source->mapping)) {
        found = object_get_item(vm, source->mapping, key);
        release(vm, key);
        return found;
    }
    size_t count = is_empty(source->names) ? 0 : tuple_length(source->names);
    for (size_t i = 0; i < count && is_empty(found); i++)
        if (string_equal(as_tuple(source->names)->items[i], key))
            found = retain(source->args[source->positional + i]);
    if (is_empty(found))
        raise_key_error(vm, key);
    release(vm, key);
    return found;
}

/* The object the first part of the name stands for. */
static OWNED Value first_object(struct Source *source, struct Part first)
{
    int64_t number;
    bool automatic = first.start == first.end;
    if (!part_number(source, first, &number))
        return EMPTY;
    if (!automatic && number < 0)
        return keyword_argument(source, first);
    if (!choose_numbering(source, automatic))
        return EMPTY;
    return positional_argument(source, automatic ? source->next_number++ : number);
}

static OWNED Value item_of(struct Source *source, Value object, struct Part part)
{
    int64_t number;
    if (!part_number(source, part, &number))
        return EMPTY;
    Value key = number >= 0 ? int_new(source->vm, number)
                            : string_substring(source->vm, source->template, part.start, part.end);
    Value item = is_empty(key) ? EMPTY : object_get_item(source->vm, object, key);
    release_maybe(source->vm, key);
    return item;
}

static OWNED Value attribute_of(struct Source *source, Value object, struct Part part)
{
    Value name = string_substring(source->vm, source->template, part.start, part.end);
    Value attribute = is_empty(name) ? EMPTY : object_get_attribute(source->vm, object, name);
    release_maybe(source->vm, name);
    return attribute;
}

/* One ".name" or "[key]" of a field name: its text, and the position behind it. */
static MUST_USE bool read_step(struct Source *source, size_t *position, size_t end, bool *is_attribute,
                               struct Part *part)
{
    size_t i = *position;
    uint32_t c = at(source, i++);
    if (c != '.' && c != '[')
        return fail(source, "Only '.' or '[' may follow ']' in format field specifier");
    *is_attribute = c == '.';
    part->start = i;
    while (i < end && (*is_attribute ? at(source, i) != '.' && at(source, i) != '[' : at(source, i) != ']'))
        i++;
    part->end = i;
    if (!*is_attribute && i++ == end)
        return fail(source, "Missing ']' in format string");
    *position = i;
    return part->start < part->end || fail(source, "Empty attribute in format string");
}

static OWNED Value field_object(struct Source *source, struct Part name)
{
    size_t i = name.start;
    while (i < name.end && at(source, i) != '.' && at(source, i) != '[')
        i++;
    Value object = first_object(source, (struct Part){name.start, i});
    while (!is_empty(object) && i < name.end) {
        struct Part part = {0, 0};
        bool is_attribute = false;
        Value next = EMPTY;
        if (read_step(source, &i, name.end, &is_attribute, &part))
            next = is_attribute ? attribute_of(source, object, part) : item_of(source, object, part);
        release(source->vm, object);
        object = next;
    }
    return object;
}

/* ---- Output ------------------------------------------------------------ */

static OWNED Value convert(struct Source *source, STEALS Value object, uint32_t conversion)
{
    struct Interpreter *vm = source->vm;
    Value text;
    if (conversion == 0 || is_empty(object))
        return object;
    if (conversion == 'r')
        text = object_repr(vm, object);
    else if (conversion == 's')
        text = object_str(vm, object);
    else if (conversion == 'a')
        text = object_ascii(vm, object);
    else if (conversion > 32 && conversion < 127)
        text = raise_value_error(vm, "Unknown conversion specifier %c", (int)conversion);
    else
        text = raise_value_error(vm, "Unknown conversion specifier \\x%x", conversion);
    release(vm, object);
    return text;
}

bool builder_add_formatted(struct StringBuilder *builder, Value object, Value specification)
{
    struct Interpreter *vm = builder->vm;
    if (string_length(specification) == 0) {
        if (is_exact_string(vm, object))
            return builder_add_string(builder, object);
        if (is_small_int(object))
            return builder_add_int(builder, small_int(object));
    }
    Value text;
    if (is_exact_string(vm, object))
        text = format_string(vm, object, specification);
    else if (is_small_int(object))
        text = format_int(vm, object, specification);
    else if (is_small_float(object))
        text = format_float(vm, object, specification);
    else
        text = object_format(vm, object, specification);
    if (is_empty(text))
        return false;
    bool added = builder_add_string(builder, text);
    release(vm, text);
    return added;
}

static MUST_USE bool render(struct Source *source, struct Part text, int nesting, struct StringBuilder *builder);

static OWNED Value specification_of(struct Source *source, const struct Field *field, int nesting)
{
    struct Part part = field->specification;
    struct StringBuilder builder;
    if (!field->nested)
        return string_substring(source->vm, source->template, part.start, part.end);
    builder_open(&builder, source->vm);
    if (render(source, part, nesting + 1, &builder))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

enum { BRIEF_LENGTH = 32 };

static bool is_plain(struct Interpreter *vm, Value v)
{
    return is_small_int(v) || is_small_float(v) || is_exact_string(vm, v);
}

/* A plain object by a short specification.  Its formatter reads that and forgets it, so it is a str on the C stack. */
static MUST_USE bool add_plain(struct Source *source, const struct Field *field, Value object,
                               struct StringBuilder *builder)
{
    _Alignas(struct String) uint8_t storage[sizeof(struct String) + BRIEF_LENGTH];
    struct String *brief = (struct String *)(void *)storage;
    size_t length = field->specification.end - field->specification.start;
    brief->header = (struct Object){.flags = STRING_WIDTH_1 | STRING_ASCII | OBJECT_STATIC,
                                          .type = builtin_type(source->vm, TYPE_str)};
    object_make_immortal(brief);
    brief->length = length;
    brief->hash = 0;
    memcpy(brief->data, as_string(source->template)->data + field->specification.start, length);
    brief->data[length] = 0;
    return builder_add_formatted(builder, object, value_from_object(brief));
}

static bool is_brief(const struct Source *source, const struct Field *field)
{
    return !field->nested && string_is_ascii(as_string(source->template)) &&
           field->specification.end - field->specification.start < BRIEF_LENGTH;
}

static MUST_USE bool render_field(struct Source *source, const struct Field *field, int nesting,
                                  struct StringBuilder *builder)
{
    Value object = convert(source, field_object(source, field->name), field->conversion);
    if (is_empty(object))
        return false;
    if (is_plain(source->vm, object) && is_brief(source, field)) {
        bool done = add_plain(source, field, object, builder);
        release(source->vm, object);
        return done;
    }
    Value specification = specification_of(source, field, nesting);
    bool added = !is_empty(specification) && builder_add_formatted(builder, object, specification);
    release_maybe(source->vm, specification);
    release(source->vm, object);
    return added;
}

/* The literal text from *position, doubled braces taken as one; stops behind the brace that opens a field. */
static MUST_USE bool render_literal(struct Source *source, size_t *position, size_t end,
                                    struct StringBuilder *builder, bool *field_follows)
{
    size_t i = *position, start = i;
    *field_follows = false;
    while (i < end && at(source, i) != '{' && at(source, i) != '}')
        i++;
    if (i == end) {
        *position = end;
        return builder_add_substring(builder, source->template, start, end);
    }
    uint32_t brace = at(source, i);
    bool doubled = i + 1 < end && at(source, i + 1) == brace;
    if (!doubled && brace == '}')
        return fail(source, "Single '}' encountered in format string");
    if (i + 1 == end)
        return fail(source, "Single '{' encountered in format string");
    *field_follows = !doubled;
    *position = i + 1 + doubled;
    return builder_add_substring(builder, source->template, start, i + doubled);
}

static MUST_USE bool render(struct Source *source, struct Part text, int nesting, struct StringBuilder *builder)
{
    size_t position = text.start;
    if (nesting >= NESTING_LIMIT)
        return fail(source, "Max string recursion exceeded");
    while (position < text.end) {
        struct Field field;
        bool field_follows;
        if (!render_literal(source, &position, text.end, builder, &field_follows))
            return false;
        if (field_follows && !(read_field(source, &position, text.end, &field) &&
                               render_field(source, &field, nesting, builder)))
            return false;
    }
    return true;
}

static OWNED Value format(struct Source *source)
{
    Value template = source->template;
    if (string_length(template) > 0 && units_find_one(string_units(template), '{') < 0 &&
        units_find_one(string_units(template), '}') < 0)
        return retain(template); /* of a subclass, too */
    if (source->positional > 0 && is_exact_string(source->vm, source->args[0]) && string_equals_cstring(template, "{}"))
        return retain(source->args[0]);
    struct StringBuilder builder;
    builder_open(&builder, source->vm);
    if (render(source, (struct Part){0, string_length(source->template)}, 0, &builder))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

OWNED Value string_format_method(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct Source source = {.vm = vm, .template = self, .args = args, .positional = positional, .names = names,
                            .mapping = EMPTY};
    return format(&source);
}

OWNED Value string_format_map(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Source source = {.vm = vm, .template = args[0], .names = EMPTY, .mapping = args[1]};
    (void)count;
    return format(&source);
}
