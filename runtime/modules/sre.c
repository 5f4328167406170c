/*
 * The module _sre: the functions of re, whose names re takes over, and the
 * cache of compiled patterns.
 *
 * The cache is a dict of the interpreter: source (or source and flags) to
 * pattern, the oldest leaving first.
 */
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/modules/re.h"
#include "runtime/modules/re_arguments.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/unicode.h"

enum { CACHE_LIMIT = 512 };

/* ---- Compiling ---------------------------------------------------------- */

static void forget_oldest(struct Interpreter *vm)
{
    size_t position = 0;
    Value key, value;
    if (!dict_next(vm->regex_cache, &position, &key, &value))
        return;
    Value held = retain(key);
    if (dict_delete(vm, vm->regex_cache, held) < 0)
        error_clear(vm);
    release(vm, held);
}

static bool remember(struct Interpreter *vm, Value key, Value pattern)
{
    if (is_empty(vm->regex_cache)) {
        vm->regex_cache = dict_new(vm);
        if (is_empty(vm->regex_cache))
            return false;
    }
    if (dict_length(vm->regex_cache) >= CACHE_LIMIT)
        forget_oldest(vm);
    return dict_set(vm, vm->regex_cache, key, pattern);
}

static OWNED Value compile_cached(struct Interpreter *vm, Value source, uint32_t flags)
{
    Value key = flags ? tuple_pack(vm, (size_t)2, source, value_from_small_int(flags)) : retain(source);
    if (is_empty(key))
        return EMPTY;
    Value pattern = is_empty(vm->regex_cache) ? VALUE_ABSENT : dict_get(vm, vm->regex_cache, key);
    if (is_absent(pattern)) {
        pattern = pattern_new(vm, source, flags);
        if (!is_empty(pattern) && !remember(vm, key, pattern)) {
            release(vm, pattern);
            pattern = EMPTY;
        }
    }
    release(vm, key);
    return pattern;
}

static bool flags_argument(struct Interpreter *vm, Value v, uint32_t *flags)
{
    int64_t number = 0;
    if (!is_absent(v) && !is_int(vm, v)) {
        raise_type_error(vm, "unsupported operand type(s) for &: '%T' and 'int'", v);
        return false;
    }
    if (!is_absent(v) && !object_as_int64(vm, v, TYPE_OverflowError, &number))
        return false;
    *flags = (uint32_t)number;
    return true;
}

/* What re.compile returns: a pattern as it is, a source compiled. */
static OWNED Value compile(struct Interpreter *vm, Value source, Value flags_value)
{
    uint32_t flags;
    if (!flags_argument(vm, flags_value, &flags))
        return EMPTY;
    if (is_pattern(vm, source)) {
        if (flags)
            return raise_value_error(vm, "cannot process flags argument with a compiled pattern");
        return retain(source);
    }
    if (is_exact_string(vm, source) || is_exact_bytes(vm, source))
        return compile_cached(vm, source, flags);
    if (is_string(vm, source) || is_bytes(vm, source))
        return pattern_new(vm, source, flags);
    int64_t hash; /* it would have been looked up in the cache first */
    if (!object_hash(vm, source, &hash))
        return EMPTY;
    return raise_type_error(vm, "first argument must be string or compiled pattern");
}

static const struct RegexFunction function_compile = {"compile", 1, 2, {"pattern", "flags"}};

static Value re_compile(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    Value bound[2];
    return regex_bind(vm, &function_compile, args, positional, names, bound) ? compile(vm, bound[0], bound[1]) : EMPTY;
}

static const struct RegexFunction function_purge = {"purge", 0, 0, {NULL}};

static Value re_purge(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    Value bound[1];
    if (!regex_bind(vm, &function_purge, args, positional, names, bound))
        return EMPTY;
    if (!is_empty(vm->regex_cache))
        dict_clear(vm, vm->regex_cache);
    return VALUE_NONE;
}

/* ---- The functions ------------------------------------------------------ */

enum FindFunction {
    FIND_MATCH = REGEX_MATCH,
    FIND_FULLMATCH = REGEX_FULLMATCH,
    FIND_SEARCH = REGEX_SEARCH,
    FIND_ALL = REGEX_MODE_COUNT,
    FIND_ITERATOR
};

static const struct RegexFunction find_functions[] = {
    [FIND_MATCH] = {"match", 2, 3, {"pattern", "string", "flags"}},
    [FIND_FULLMATCH] = {"fullmatch", 2, 3, {"pattern", "string", "flags"}},
    [FIND_SEARCH] = {"search", 2, 3, {"pattern", "string", "flags"}},
    [FIND_ALL] = {"findall", 2, 3, {"pattern", "string", "flags"}},
    [FIND_ITERATOR] = {"finditer", 2, 3, {"pattern", "string", "flags"}},
};

static OWNED Value find_with(struct Interpreter *vm, enum FindFunction function, const Value *args, size_t positional,
                             Value names)
{
    Value bound[3];
    if (!regex_bind(vm, &find_functions[function], args, positional, names, bound))
        return EMPTY;
    Value pattern = compile(vm, bound[0], bound[2]);
    if (is_empty(pattern))
        return EMPTY;
    Value result = function == FIND_ALL        ? pattern_find_all(vm, pattern, bound[1], 0, INT64_MAX)
                   : function == FIND_ITERATOR ? pattern_find_iterator(vm, pattern, bound[1], 0, INT64_MAX)
                                               : pattern_find(vm, pattern, (enum RegexMode)function, bound[1], 0,
                                                              INT64_MAX);
    release(vm, pattern);
    return result;
}

#define FIND_FUNCTION(name, function)                                                              \
    static Value name(struct Interpreter *vm, const Value *args, size_t positional, Value names)   \
    {                                                                                              \
        return find_with(vm, function, args, positional, names);                                   \
    }
FIND_FUNCTION(re_match, FIND_MATCH)
FIND_FUNCTION(re_fullmatch, FIND_FULLMATCH)
FIND_FUNCTION(re_search, FIND_SEARCH)
FIND_FUNCTION(re_findall, FIND_ALL)
FIND_FUNCTION(re_finditer, FIND_ITERATOR)

/*
 * sub, subn and split take count (maxsplit) and flags by position too, which
 * is deprecated.  bound has three or two arguments, then these two.
 */
static bool bind_with_limit(struct Interpreter *vm, const struct RegexFunction *function, const Value *args,
                            size_t positional, Value names, Value *bound, int64_t *limit)
{
    size_t at = function->required;
    if (!regex_bind(vm, function, args, positional, names, bound))
        return false;
    if (positional > at &&
        !regex_warn(vm, string_from_format(vm, "'%s' is passed as positional argument", function->parameters[at]),
                    TYPE_DeprecationWarning))
        return false;
    *limit = 0;
    return is_absent(bound[at]) || object_as_int64(vm, bound[at], TYPE_OverflowError, limit);
}

static const struct RegexFunction function_sub = {"sub", 3, 5, {"pattern", "repl", "string", "count", "flags"}};
static const struct RegexFunction function_subn = {"subn", 3, 5, {"pattern", "repl", "string", "count", "flags"}};
static const struct RegexFunction function_split = {"split", 2, 4, {"pattern", "string", "maxsplit", "flags"}};

static Value sub_with(struct Interpreter *vm, const struct RegexFunction *function, const Value *args,
                      size_t positional, Value names)
{
    Value bound[5];
    int64_t limit;
    if (!bind_with_limit(vm, function, args, positional, names, bound, &limit))
        return EMPTY;
    Value pattern = compile(vm, bound[0], bound[4]);
    if (is_empty(pattern))
        return EMPTY;
    Value result = pattern_substitute(vm, pattern, bound[1], bound[2], limit, function == &function_subn);
    release(vm, pattern);
    return result;
}

static Value re_sub(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return sub_with(vm, &function_sub, args, positional, names);
}

static Value re_subn(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return sub_with(vm, &function_subn, args, positional, names);
}

static Value re_split(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    Value bound[4];
    int64_t limit;
    if (!bind_with_limit(vm, &function_split, args, positional, names, bound, &limit))
        return EMPTY;
    Value pattern = compile(vm, bound[0], bound[3]);
    if (is_empty(pattern))
        return EMPTY;
    Value result = pattern_split(vm, pattern, bound[1], limit);
    release(vm, pattern);
    return result;
}

/* ---- escape ------------------------------------------------------------- */

static bool is_special(uint32_t c)
{
    static const char special[] = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    return c && c < 0x80 && strchr(special, (int)c);
}

static OWNED Value escape_text(struct Interpreter *vm, Value text)
{
    const struct String *s = as_string(text);
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = true;
    for (size_t i = 0; good && i < s->length; i++) {
        uint32_t c = string_at(s, i);
        good = (!is_special(c) || builder_add_char(&builder, '\\')) && builder_add_char(&builder, c);
    }
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static Value re_escape(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (is_string(vm, args[0]))
        return escape_text(vm, args[0]);
    const uint8_t *octets;
    size_t length, specials = 0;
    if (!bytes_view(vm, args[0], &octets, &length))
        return error_pending(vm) ? EMPTY
                                 : raise_type_error(vm, "decoding to str: need a bytes-like object, %T found", args[0]);
    for (size_t i = 0; i < length; i++)
        specials += is_special(octets[i]);
    Value result = bytes_allocate(vm, length + specials);
    if (is_empty(result))
        return EMPTY;
    uint8_t *to = as_bytes(result)->data;
    for (size_t i = 0; i < length; i++) {
        if (is_special(octets[i]))
            *to++ = '\\';
        *to++ = octets[i];
    }
    return result;
}

/* re.template's parser, for code that imports it: (pattern, template). */
static Value re_template(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_pattern(vm, args[0]))
        return raise_type_error(vm, "expected a pattern, got '%T'", args[0]);
    return template_get(vm, args[0], args[1]);
}

static bool sre_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return dict_set_cstring(vm, dict, "Pattern", value_from_object(builtin_type(vm, TYPE_re_pattern))) &&
           dict_set_cstring(vm, dict, "Match", value_from_object(builtin_type(vm, TYPE_re_match)));
}

static const struct NativeMethod sre_functions[] = {
    FUNCTION_RAW("compile", re_compile, "pattern, flags=0",
                   "Compile a regular expression pattern, returning a Pattern object."),
    FUNCTION_RAW("match", re_match, "pattern, string, flags=0",
                   "Try to apply the pattern at the start of the string, returning a Match object, or None if no match "
                   "was found."),
    FUNCTION_RAW("fullmatch", re_fullmatch, "pattern, string, flags=0",
                   "Try to apply the pattern to all of the string, returning a Match object, or None if no match was "
                   "found."),
    FUNCTION_RAW("search", re_search, "pattern, string, flags=0",
                   "Scan through string looking for a match to the pattern, returning a Match object, or None if no "
                   "match was found."),
    FUNCTION_RAW("findall", re_findall, "pattern, string, flags=0",
                   "Return a list of all non-overlapping matches in the string."),
    FUNCTION_RAW("finditer", re_finditer, "pattern, string, flags=0",
                   "Return an iterator over all non-overlapping matches in the string."),
    FUNCTION_RAW("sub", re_sub, "pattern, repl, string, count=0, flags=0",
                 "Return the string obtained by replacing the leftmost non-overlapping occurrences of the pattern in "
                 "string by the replacement repl."),
    FUNCTION_RAW("subn", re_subn, "pattern, repl, string, count=0, flags=0",
                 "Return a 2-tuple containing (new_string, number)."),
    FUNCTION_RAW("split", re_split, "pattern, string, maxsplit=0, flags=0",
                 "Split the source string by the occurrences of the pattern, returning a list."),
    FUNCTION_NAMED("escape", re_escape, "pattern", "Escape special characters in a string."),
    FUNCTION_RAW("purge", re_purge, "", "Clear the regular expression caches"),
    FUNCTION("template", re_template, 2, 2, "pattern, template, /", "The parts of a replacement template."),
    METHODS_END,
};

const struct ModuleSpec _sre_module_spec = {
    .name = "_sre",
    .documentation = "Regular expressions: the part of re that is written in C.",
    .functions = sre_functions,
    .fill = sre_fill,
};
