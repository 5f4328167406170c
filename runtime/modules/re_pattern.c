/*
 * The type re.Pattern.
 *
 * A pattern is checked and its names are known when it is made; its programs
 * are made when needed (re_engine.c).
 */
#include "runtime/arguments.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/iterators.h"
#include "runtime/module.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

enum { PATTERN_VALUES = 5 };

static bool parse_source(struct Interpreter *vm, Value source, uint32_t flags, struct RegexParsed *parsed)
{
    struct RegexText text = {.vm = vm};
    bool good = regex_parse(vm, source, flags, REGEX_OCTETS, true, &text, parsed);
    regex_text_close(&text);
    return good;
}

OWNED Value pattern_new(struct Interpreter *vm, Value source, uint32_t flags)
{
    struct RegexParsed parsed;
    if (!parse_source(vm, source, flags, &parsed))
        return EMPTY;
    struct Pattern *self = (struct Pattern *)(void *)object_allocate(vm, builtin_type(vm, TYPE_re_pattern),
                                                                     sizeof *self);
    if (!self) {
        release(vm, parsed.group_index);
        release(vm, parsed.group_names);
        heap_free(vm, MEMORY_BYTES, parsed.close_ranks, (parsed.groups + 1) * sizeof *parsed.close_ranks);
        return EMPTY;
    }
    slot_init(vm, self, &self->source, retain(source));
    slot_init(vm, self, &self->group_index, parsed.group_index);
    slot_init(vm, self, &self->group_names, parsed.group_names);
    self->close_ranks = parsed.close_ranks;
    self->groups = parsed.groups;
    self->flags = parsed.flags;
    self->depth = parsed.depth;
    self->is_bytes = !is_string(vm, source);
    self->last_is_dynamic = parsed.last_is_dynamic;
    self->has_insensitive_references = parsed.has_insensitive_references;
    self->octets_suffice = !parsed.has_unicode_sensitive_items;
    return value_from_object(self);
}

/* ---- Methods ------------------------------------------------------------ */

/* string, pos and endpos of the methods that take these. */
static bool range_arguments(struct Interpreter *vm, const Value *args, int64_t *pos, int64_t *endpos)
{
    *pos = 0;
    *endpos = INT64_MAX;
    return (is_absent(args[2]) || object_as_int64(vm, args[2], TYPE_OverflowError, pos)) &&
           (is_absent(args[3]) || object_as_int64(vm, args[3], TYPE_OverflowError, endpos));
}

#define RANGE_METHOD(name, call)                                                           \
    static Value name(struct Interpreter *vm, const Value *args, size_t count)             \
    {                                                                                      \
        int64_t pos, endpos;                                                               \
        (void)count;                                                                       \
        return range_arguments(vm, args, &pos, &endpos) ? (call) : EMPTY;                  \
    }
RANGE_METHOD(method_match, pattern_find(vm, args[0], REGEX_MATCH, args[1], pos, endpos))
RANGE_METHOD(method_fullmatch, pattern_find(vm, args[0], REGEX_FULLMATCH, args[1], pos, endpos))
RANGE_METHOD(method_search, pattern_find(vm, args[0], REGEX_SEARCH, args[1], pos, endpos))
RANGE_METHOD(method_findall, pattern_find_all(vm, args[0], args[1], pos, endpos))
RANGE_METHOD(method_finditer, pattern_find_iterator(vm, args[0], args[1], pos, endpos))
RANGE_METHOD(method_scanner, scanner_new(vm, args[0], args[1], pos, endpos))

static bool limit_argument(struct Interpreter *vm, Value v, int64_t *limit)
{
    *limit = 0;
    return is_absent(v) || object_as_int64(vm, v, TYPE_OverflowError, limit);
}

static Value method_split(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t limit;
    (void)count;
    return limit_argument(vm, args[2], &limit) ? pattern_split(vm, args[0], args[1], limit) : EMPTY;
}

static Value method_sub(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t limit;
    (void)count;
    return limit_argument(vm, args[3], &limit) ? pattern_substitute(vm, args[0], args[1], args[2], limit, false)
                                               : EMPTY;
}

static Value method_subn(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t limit;
    (void)count;
    return limit_argument(vm, args[3], &limit) ? pattern_substitute(vm, args[0], args[1], args[2], limit, true)
                                               : EMPTY;
}

/* (re._compile, (pattern, flags)), as pickle wants it. */
static Value method_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct Pattern *self = (struct Pattern *)value_object(args[0]);
    Value function = library_attribute(vm, "re", "_compile"), result = EMPTY;
    Value arguments = is_empty(function) ? EMPTY
                                         : tuple_pack(vm, 2, self->source, value_from_small_int(self->flags));
    if (!is_empty(arguments))
        result = tuple_pack(vm, 2, function, arguments);
    release_maybe(vm, arguments);
    release_maybe(vm, function);
    return result;
}

static Value method_self(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return retain(args[0]);
}

const struct NativeMethod pattern_methods[] = {
    METHOD_NAMED("match", method_match, "string, pos=0, endpos=sys.maxsize",
                 "Matches zero or more characters at the beginning of the string."),
    METHOD_NAMED("fullmatch", method_fullmatch, "string, pos=0, endpos=sys.maxsize", "Matches against all of the string."),
    METHOD_NAMED("search", method_search, "string, pos=0, endpos=sys.maxsize",
                 "Scan through string looking for a match, and return a corresponding match object instance."),
    METHOD_NAMED("sub", method_sub, "repl, string, count=0",
                 "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in "
                 "string by the replacement repl."),
    METHOD_NAMED("subn", method_subn, "repl, string, count=0",
                 "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping "
                 "occurrences of pattern with the replacement repl."),
    METHOD_NAMED("findall", method_findall, "string, pos=0, endpos=sys.maxsize",
                 "Return a list of all non-overlapping matches of pattern in string."),
    METHOD_NAMED("split", method_split, "string, maxsplit=0", "Split string by the occurrences of pattern."),
    METHOD_NAMED("finditer", method_finditer, "string, pos=0, endpos=sys.maxsize",
                 "Return an iterator over all non-overlapping matches for the RE pattern in string."),
    METHOD_NAMED("scanner", method_scanner, "string, pos=0, endpos=sys.maxsize", NULL),
    METHOD("__reduce__", method_reduce, 0, 0, "", NULL),
    METHOD("__copy__", method_self, 0, 0, "", NULL),
    METHOD("__deepcopy__", method_self, 1, 1, "memo, /", NULL),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};

/* ---- Attributes --------------------------------------------------------- */

static Value get_pattern(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_pattern(self)->source);
}

static Value get_flags(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int(as_pattern(self)->flags);
}

static Value get_groups(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int(as_pattern(self)->groups);
}

static Value get_group_index(struct Interpreter *vm, Value self)
{
    return object_call_1(vm, value_from_object(builtin_type(vm, TYPE_mappingproxy)), as_pattern(self)->group_index);
}

static const struct NativeAttribute pattern_attributes[] = {
    {"pattern", get_pattern, NULL, "The pattern string from which the RE object was compiled."},
    {"flags", get_flags, NULL, "The regex matching flags."},
    {"groups", get_groups, NULL, "The number of capturing groups in the pattern."},
    {"groupindex", get_group_index, NULL, "A dictionary mapping group names to group numbers."},
    ATTRIBUTES_END,
};

/* ---- Operations --------------------------------------------------------- */

static bool add_flag(struct StringBuilder *builder, const char **separator, const char *name)
{
    bool good = builder_add_cstring(builder, *separator) && builder_add_cstring(builder, name);
    *separator = "|";
    return good;
}

static bool add_flags(struct StringBuilder *builder, uint32_t flags)
{
    static const struct {
        uint32_t flag;
        const char *name;
    } names[] = {{RE_IGNORECASE, "re.IGNORECASE"}, {RE_LOCALE, "re.LOCALE"}, {RE_MULTILINE, "re.MULTILINE"},
                 {RE_DOTALL, "re.DOTALL"}, {RE_UNICODE, "re.UNICODE"}, {RE_VERBOSE, "re.VERBOSE"},
                 {RE_DEBUG, "re.DEBUG"}, {RE_ASCII, "re.ASCII"}};
    const char *separator = ", ";
    char rest[16];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(flags & names[i].flag))
            continue;
        if (!add_flag(builder, &separator, names[i].name))
            return false;
        flags &= ~names[i].flag;
    }
    if (!flags)
        return true;
    snprintf(rest, sizeof rest, "0x%x", flags);
    return add_flag(builder, &separator, rest);
}

static Value pattern_repr(struct Interpreter *vm, Value self)
{
    enum { SHOWN = 200 };
    const struct Pattern *pattern = as_pattern(self);
    uint32_t flags = pattern->flags;
    if (!pattern->is_bytes && (flags & RE_TYPE_FLAGS) == RE_UNICODE)
        flags &= ~(uint32_t)RE_UNICODE;
    Value source = object_repr(vm, pattern->source);
    if (is_empty(source))
        return EMPTY;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    size_t length = string_length(source);
    bool good = builder_add_cstring(&builder, "re.compile(") &&
                builder_add_substring(&builder, source, 0, length < SHOWN ? length : SHOWN) &&
                add_flags(&builder, flags) && builder_add_char(&builder, ')');
    release(vm, source);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static Value pattern_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !is_pattern(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    const struct Pattern *a = as_pattern(self), *b = as_pattern(other);
    bool same = a->flags == b->flags && a->is_bytes == b->is_bytes;
    if (same && a != b) {
        int equal = object_equals(vm, a->source, b->source);
        if (equal < 0)
            return EMPTY;
        same = equal > 0;
    }
    return value_from_bool(same == (operation == COMPARE_EQ));
}

static bool pattern_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    const struct Pattern *pattern = as_pattern(self);
    if (!object_hash(vm, pattern->source, hash))
        return false;
    *hash ^= (int64_t)pattern->flags ^ ((int64_t)pattern->groups << 12) ^ ((int64_t)pattern->is_bytes << 20);
    return true;
}

static void pattern_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, PATTERN_VALUES, visit, context);
}

static OWNED Value pattern_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, PATTERN_VALUES, cursor);
}

static void pattern_destroy(struct Interpreter *vm, struct Object *object)
{
    struct Pattern *self = (struct Pattern *)(void *)object;
    regex_programs_close(vm, self);
    heap_free(vm, MEMORY_BYTES, self->close_ranks, self->close_ranks ? (self->groups + 1) * sizeof(uint32_t) : 0);
}

const struct TypeSpec re_pattern_type_spec = {
    .name = "re.Pattern",
    .documentation = "Compiled regular expression object.",
    .instance_size = sizeof(struct Pattern),
    .flags = TYPE_NO_INSTANCES | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = pattern_traverse, .take = pattern_take, .clear = nothing_to_clear,
               .destroy = pattern_destroy, .kind = OBJECT_CONTAINER},
    .operations = {.repr = pattern_repr, .compare = pattern_compare, .hash = pattern_hash},
    .methods = pattern_methods,
    .attributes = pattern_attributes,
};
