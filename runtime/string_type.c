/*
 * str as Python sees it: construction, operators, iteration, repr, and the
 * table of its methods (which live in string_methods.c, string_split.c,
 * string_case.c, string_format.c and string_percent.c).
 */
#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/instance.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/sequence_iterator.h"
#include "runtime/string_internal.h"
#include "runtime/unicode.h"

/* ---- Construction ------------------------------------------------------ */

/* The text as an instance of a class derived from str. */
static OWNED Value subclass_instance(struct Interpreter *vm, struct Type *type, STEALS Value text)
{
    const struct String *from = as_string(text);
    size_t size;
    struct String *s = NULL;
    if (string_size(vm, from->length, string_width(from), &size))
        s = (struct String *)object_allocate(vm, type, (size + 7) / 8 * 8 + instance_extra_size(type));
    if (s != NULL) {
        s->length = from->length;
        s->hash = from->hash;
        s->header.flags |= string_flags_for(string_bits(from));
        memcpy(s->data, from->data, (from->length + 1) * (size_t)string_width(from));
    }
    release(vm, text);
    return s == NULL ? EMPTY : value_from_object(s);
}

static OWNED Value decode_object(struct Interpreter *vm, Value object, const char *encoding, const char *errors)
{
    struct HeldBuffer held;
    if (is_string(vm, object))
        return raise_type_error(vm, "decoding str is not supported");
    if (!buffer_acquire(vm, object, NULL, &held)) {
        if (!error_matches(vm, TYPE_TypeError))
            return EMPTY;
        error_clear(vm);
        return raise_type_error(vm, "decoding to str: need a bytes-like object, %T found", object);
    }
    Value text = string_decode(vm, held.data, held.length, encoding, errors);
    buffer_release(vm, &held);
    return text;
}

/* bound: object, encoding, errors; one of the latter two is given. */
static OWNED Value construct_decoded(struct Interpreter *vm, const Value bound[3])
{
    struct Utf8View encoding = {0}, errors = {0};
    Value text = EMPTY;
    for (size_t i = 1; i < 3; i++)
        if (is_none(bound[i])) /* None is called by its type here, unlike in other methods */
            return raise_type_error(vm, "str() argument '%s' must be str, not NoneType", i == 1 ? "encoding" : "errors");
    bool good = (is_absent(bound[1]) || read_text_argument(vm, bound[1], "str", "argument 'encoding'", &encoding)) &&
                (is_absent(bound[2]) || read_text_argument(vm, bound[2], "str", "argument 'errors'", &errors));
    if (good)
        text = is_absent(bound[0]) ? retain(vm->empty_string)
                                   : decode_object(vm, bound[0], encoding.text, errors.text);
    utf8_release(vm, &encoding);
    utf8_release(vm, &errors);
    return text;
}

static OWNED Value string_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                    Value names)
{
    Value bound[3] = {VALUE_ABSENT, VALUE_ABSENT, VALUE_ABSENT}, text;
    size_t given = positional + (is_empty(names) ? 0 : tuple_length(names));
    if (given > 3)
        return raise_type_error(vm, is_empty(names) ? "str expected at most 3 arguments, got %zu"
                                                    : "str() takes at most 3 arguments (%zu given)", given);
    for (size_t i = 0; i < positional && is_empty(names); i++)
        bound[i] = args[i];
    if (!is_empty(names) && !native_bind(vm, "str", "object='', encoding='utf-8', errors='strict'", args, positional, names, bound, 3))
        return EMPTY;
    if (!is_absent(bound[1]) || !is_absent(bound[2]))
        text = construct_decoded(vm, bound);
    else
        text = is_absent(bound[0]) ? retain(vm->empty_string) : object_str(vm, bound[0]);
    if (is_empty(text) || type == builtin_type(vm, TYPE_str))
        return text;
    return subclass_instance(vm, type, text);
}

/* ---- Text and comparison ----------------------------------------------- */

static OWNED Value string_str(struct Interpreter *vm, Value self) { return string_exact(vm, self); }

static MUST_USE bool string_hash_operation(struct Interpreter *vm, Value self, int64_t *hash)
{
    *hash = (int64_t)string_hash(vm, self);
    return true;
}

static OWNED Value string_compare_operation(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_string(vm, self) || !is_string(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    if (operation == COMPARE_EQ || operation == COMPARE_NE)
        return value_from_bool(string_equal(self, other) == (operation == COMPARE_EQ));
    int order = string_compare(self, other);
    switch (operation) {
    case COMPARE_LT:
        return value_from_bool(order < 0);
    case COMPARE_LE:
        return value_from_bool(order <= 0);
    case COMPARE_GT:
        return value_from_bool(order > 0);
    default:
        return value_from_bool(order >= 0);
    }
}

/* ---- Containment, items, joining --------------------------------------- */

static int64_t string_length_operation(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)string_length(self);
}

static int string_contains(struct Interpreter *vm, Value self, Value item)
{
    if (!is_string(vm, item)) {
        raise_type_error(vm, "'in <string>' requires string as left operand, not %T", item);
        return -1;
    }
    return units_find(string_units(self), string_units(item)) >= 0;
}

static OWNED Value stepped_ascii(struct Interpreter *vm, const struct String *s, int64_t start, int64_t step,
                                 int64_t count)
{
    Value result = string_allocate(vm, (size_t)count, 0x7f);
    if (is_empty(result))
        return EMPTY;
    uint8_t *to = as_string(result)->data;
    const uint8_t *from = s->data + start;
    if (step == -1)
        for (int64_t i = 0; i < count; i++)
            to[i] = from[-i];
    else
        for (int64_t i = 0; i < count; i++, from += step)
            to[i] = *from;
    return result;
}

static OWNED Value slice_of(struct Interpreter *vm, Value self, Value slice)
{
    int64_t start, stop, step, count;
    if (!slice_resolve(vm, slice, (int64_t)string_length(self), &start, &stop, &step, &count))
        return EMPTY;
    if (count <= 0)
        return retain(vm->empty_string);
    if (step == 1)
        return string_substring(vm, self, (size_t)start, (size_t)(start + count));
    const struct String *s = as_string(self);
    if (string_is_ascii(s) && count > 1)
        return stepped_ascii(vm, s, start, step, count);
    uint32_t bits = 0;
    for (int64_t i = 0, at = start; i < count; i++, at += step)
        bits |= string_at(s, (size_t)at);
    if (count == 1)
        return string_from_code_point(vm, bits);
    Value result = string_allocate(vm, (size_t)count, bits);
    if (is_empty(result))
        return EMPTY;
    struct String *to = as_string(result);
    int width = string_width(to);
    for (int64_t i = 0, at = start; i < count; i++, at += step)
        units_put(to->data, width, (size_t)i, string_at(s, (size_t)at));
    return result;
}

static OWNED Value string_get_item(struct Interpreter *vm, Value self, Value key)
{
    int64_t index;
    if (LIKELY(is_small_int(key)))
        index = small_int(key);
    else if (object_has_type(vm, key, TYPE_slice))
        return slice_of(vm, self, key);
    else if (!is_int(vm, key) && value_type(vm, key)->operations.index == NULL)
        return raise_type_error(vm, "string indices must be integers, not '%T'", key);
    else if (!object_as_int64(vm, key, TYPE_IndexError, &index))
        return EMPTY;
    if (!index_in_range(&index, (int64_t)string_length(self)))
        return raise_error(vm, TYPE_IndexError, "string index out of range");
    return string_from_code_point(vm, string_at(as_string(self), (size_t)index));
}

static OWNED Value string_add(struct Interpreter *vm, Value left, Value right)
{
    if (!is_string(vm, right))
        return raise_type_error(vm, "can only concatenate str (not \"%T\") to str", right);
    return string_concatenate(vm, left, right);
}

static OWNED Value string_repeat(struct Interpreter *vm, Value self, int64_t count)
{
    const struct String *s = as_string(self);
    size_t length;
    if (count <= 0 || s->length == 0)
        return retain(vm->empty_string);
    if (count == 1)
        return string_exact(vm, self);
    if (__builtin_mul_overflow(s->length, (size_t)count, &length) || length > PTRDIFF_MAX)
        return raise_error(vm, TYPE_OverflowError, "repeated string is too long");
    Value result = string_allocate(vm, length, string_bits(s));
    if (is_empty(result))
        return EMPTY;
    struct String *to = as_string(result);
    int width = string_width(to);
    if (s->length == 1) {
        units_fill(to->data, width, 0, string_at(s, 0), length);
        return result;
    }
    units_copy(to->data, width, 0, s->data, width, 0, s->length);
    for (size_t done = s->length; done < length;) { /* doubling: the copied part is the next source */
        size_t more = done < length - done ? done : length - done;
        units_copy(to->data, width, done, to->data, width, 0, more);
        done += more;
    }
    return result;
}

static OWNED Value string_modulo(struct Interpreter *vm, Value left, Value right)
{
    return is_string(vm, left) ? string_percent_format(vm, left, right) : VALUE_NOT_IMPLEMENTED;
}

/* ---- Iteration --------------------------------------------------------- */

static OWNED Value string_iterate(struct Interpreter *vm, Value self)
{
    enum TypeIndex index = is_exact_string(vm, self) && string_is_ascii(as_string(self)) ? TYPE_str_ascii_iterator : TYPE_str_iterator;
    struct StringIterator *iterator =
        (struct StringIterator *)object_allocate(vm, builtin_type(vm, index), sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->string, retain(self));
    return value_from_object(iterator);
}

static struct StringIterator *as_iterator(Value v) { return (struct StringIterator *)value_object(v); }

static OWNED Value iterator_next_operation(struct Interpreter *vm, Value self)
{
    struct StringIterator *iterator = as_iterator(self);
    if (is_empty(iterator->string))
        return VALUE_END;
    const struct String *s = as_string(iterator->string);
    if (iterator->index < s->length)
        return string_from_code_point(vm, string_at(s, iterator->index++));
    slot_clear(vm, iterator, &iterator->string);
    return VALUE_END;
}

static OWNED Value iterator_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static OWNED Value iterator_length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct StringIterator *iterator = as_iterator(args[0]);
    (void)vm, (void)count;
    size_t left = is_empty(iterator->string) ? 0 : string_length(iterator->string) - iterator->index;
    return value_from_small_int((int64_t)left);
}

static OWNED Value iterator_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct StringIterator *iterator = as_iterator(args[0]);
    (void)count;
    if (is_empty(iterator->string))
        return reduce_with_builtin(vm, "iter", retain(vm->empty_string), EMPTY);
    return reduce_with_builtin(vm, "iter", retain(iterator->string), value_from_small_int((int64_t)iterator->index));
}

static OWNED Value iterator_set_state(struct Interpreter *vm, const Value *args, size_t count)
{
    struct StringIterator *iterator = as_iterator(args[0]);
    int64_t state;
    (void)count;
    if (!read_iterator_state(vm, args[1], &state))
        return EMPTY;
    if (is_empty(iterator->string))
        return VALUE_NONE;
    size_t length = string_length(iterator->string);
    iterator->index = state < 0 ? 0 : (size_t)state > length ? length : (size_t)state;
    return VALUE_NONE;
}

static void iterator_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct StringIterator *)self)->string, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *slot = &((struct StringIterator *)self)->string;
    if ((*cursor)++ > 0 || is_empty(*slot))
        return VALUE_END;
    return slot_take(vm, self, slot);
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__length_hint__", iterator_length_hint, 0, 0, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", iterator_reduce, 0, 0, "", "Return state information for pickling."),
    METHOD("__setstate__", iterator_set_state, 1, 1, "object, /", "Set state information for unpickling."),
    METHODS_END,
};

#define ITERATOR_SPEC(shown_name)                                                                           \
    {                                                                                                       \
        .name = shown_name, .instance_size = sizeof(struct StringIterator),                                 \
        .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES, .methods = iterator_methods,                           \
        .memory = {.kind = OBJECT_CONTAINER, .traverse = iterator_traverse, .take = iterator_take},         \
        .operations = {.iterate = iterator_self, .next = iterator_next_operation},                          \
    }

const struct TypeSpec str_iterator_type_spec = ITERATOR_SPEC("str_iterator");
const struct TypeSpec str_ascii_iterator_type_spec = ITERATOR_SPEC("str_ascii_iterator");

/* ---- Small methods ----------------------------------------------------- */

OWNED Value string_encode_method(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Utf8View encoding = {0}, errors = {0};
    Value result = EMPTY;
    (void)count;
    if ((is_absent(args[1]) || read_text_argument(vm, args[1], "encode", "argument 'encoding'", &encoding)) &&
        (is_absent(args[2]) || read_text_argument(vm, args[2], "encode", "argument 'errors'", &errors)))
        result = string_encode(vm, args[0], encoding.text, errors.text);
    utf8_release(vm, &encoding);
    utf8_release(vm, &errors);
    return result;
}

static OWNED Value string_format_operation(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_string_argument(vm, args[1], "__format__", 0))
        return EMPTY;
    return string_length(args[1]) == 0 ? object_str(vm, args[0]) : format_string(vm, args[0], args[1]);
}

static OWNED Value string_getnewargs(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct String *s = as_string(args[0]);
    Value text = string_from_units(vm, s->data, string_width(s), s->length); /* a copy */
    Value tuple = is_empty(text) ? EMPTY : tuple_pack(vm, 1, text);
    release_maybe(vm, text);
    return tuple;
}

static OWNED Value string_sizeof(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_small_int((int64_t)object_cell_size(value_object(args[0])));
}

static OWNED Value string_format_raw(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return string_format_method(vm, args[0], args + 1, positional - 1, names);
}

static const struct NativeMethod string_method_table[] = {
    METHOD_NAMED("encode", string_encode_method, "encoding='utf-8', errors='strict'", "Encode the string."),
    METHOD_NAMED("replace", string_replace, "old, new, /, count=-1", "Return a copy with old replaced by new."),
    METHOD_NAMED("split", string_split, "sep=None, maxsplit=-1", "Return a list of the substrings between sep."),
    METHOD_NAMED("rsplit", string_rsplit, "sep=None, maxsplit=-1", "Like split, counting from the right."),
    METHOD("join", string_join_method, 1, 1, "iterable, /", "Concatenate any number of strings."),
    METHOD("capitalize", string_capitalize, 0, 0, "", "Return a capitalized version of the string."),
    METHOD("casefold", string_casefold, 0, 0, "", "Return a version suitable for caseless comparisons."),
    METHOD("title", string_title, 0, 0, "", "Return a version where each word is titlecased."),
    METHOD("center", string_center, 1, 2, "width, fillchar=' ', /", "Return a centered string of length width."),
    METHOD("count", string_count, 1, 3, "sub[, start[, end]], /", "Count non-overlapping occurrences."),
    METHOD_NAMED("expandtabs", string_expandtabs, "tabsize=8", "Return a copy with tabs expanded to spaces."),
    METHOD("find", string_find_method, 1, 3, "sub[, start[, end]], /", "Return the lowest index of sub, or -1."),
    METHOD("partition", string_partition, 1, 1, "sep, /", "Partition into three parts around sep."),
    METHOD("index", string_index, 1, 3, "sub[, start[, end]], /", "Return the lowest index of sub, or raise."),
    METHOD("ljust", string_ljust, 1, 2, "width, fillchar=' ', /", "Return a left-justified string."),
    METHOD("lower", string_lower, 0, 0, "", "Return a copy converted to lowercase."),
    METHOD("lstrip", string_lstrip, 0, 1, "chars=None, /", "Return a copy with leading characters removed."),
    METHOD("rfind", string_rfind, 1, 3, "sub[, start[, end]], /", "Return the highest index of sub, or -1."),
    METHOD("rindex", string_rindex, 1, 3, "sub[, start[, end]], /", "Return the highest index of sub, or raise."),
    METHOD("rjust", string_rjust, 1, 2, "width, fillchar=' ', /", "Return a right-justified string."),
    METHOD("rstrip", string_rstrip, 0, 1, "chars=None, /", "Return a copy with trailing characters removed."),
    METHOD("rpartition", string_rpartition, 1, 1, "sep, /", "Partition around the last sep."),
    METHOD_NAMED("splitlines", string_splitlines, "keepends=False", "Return a list of the lines."),
    METHOD("strip", string_strip, 0, 1, "chars=None, /", "Return a copy with both ends stripped."),
    METHOD("swapcase", string_swapcase, 0, 0, "", "Swap uppercase and lowercase characters."),
    METHOD("translate", string_translate, 1, 1, "table, /", "Replace each character using the table."),
    METHOD("upper", string_upper, 0, 0, "", "Return a copy converted to uppercase."),
    METHOD("startswith", string_startswith, 1, 3, "prefix[, start[, end]], /", "Whether it starts with prefix."),
    METHOD("endswith", string_endswith, 1, 3, "suffix[, start[, end]], /", "Whether it ends with suffix."),
    METHOD("removeprefix", string_removeprefix, 1, 1, "prefix, /", "Return it without the given prefix."),
    METHOD("removesuffix", string_removesuffix, 1, 1, "suffix, /", "Return it without the given suffix."),
    METHOD("isascii", string_isascii, 0, 0, "", "Whether all characters are ASCII."),
    METHOD("islower", string_islower, 0, 0, "", "Whether it is a lowercase string."),
    METHOD("isupper", string_isupper, 0, 0, "", "Whether it is an uppercase string."),
    METHOD("istitle", string_istitle, 0, 0, "", "Whether it is a title-cased string."),
    METHOD("isspace", string_isspace, 0, 0, "", "Whether it is a whitespace string."),
    METHOD("isdecimal", string_isdecimal, 0, 0, "", "Whether it is a decimal string."),
    METHOD("isdigit", string_isdigit, 0, 0, "", "Whether it is a digit string."),
    METHOD("isnumeric", string_isnumeric, 0, 0, "", "Whether it is a numeric string."),
    METHOD("isalpha", string_isalpha, 0, 0, "", "Whether it is an alphabetic string."),
    METHOD("isalnum", string_isalnum, 0, 0, "", "Whether it is an alpha-numeric string."),
    METHOD("isidentifier", string_isidentifier, 0, 0, "", "Whether it is a valid Python identifier."),
    METHOD("isprintable", string_isprintable, 0, 0, "", "Whether all characters are printable."),
    METHOD("zfill", string_zfill, 1, 1, "width, /", "Pad a numeric string with zeros on the left."),
    METHOD_RAW("format", string_format_raw, "*args, **kwargs", "Substitute the replacement fields."),
    METHOD("format_map", string_format_map, 1, 1, "mapping, /", "Substitute from a mapping."),
    STATIC_METHOD("maketrans", string_maketrans, 1, 3, "x[, y[, z]], /", "Return a table usable for translate."),
    METHOD("__format__", string_format_operation, 1, 1, "format_spec, /", "Return a formatted version."),
    METHOD("__getnewargs__", string_getnewargs, 0, 0, "", NULL),
    METHOD("__sizeof__", string_sizeof, 0, 0, "", "Return the size of the string in memory, in bytes."),
    METHODS_END,
};

const struct TypeSpec str_type_spec = {
    .name = "str",
    .documentation = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
                     "Create a new string object from the given object. If encoding or\n"
                     "errors is specified, then the object must expose a data buffer\n"
                     "that will be decoded using the given encoding and error handler.\n"
                     "Otherwise, returns the result of object.__str__() (if defined)\n"
                     "or repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.",
    .instance_size = sizeof(struct String),
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_VARIABLE_SIZE | TYPE_SUBCLASS_STR,
    .memory = {.kind = OBJECT_LEAF, .destroy = string_destroy},
    .operations =
        {
            .construct = string_construct,
            .repr = string_repr,
            .str = string_str,
            .hash = string_hash_operation,
            .compare = string_compare_operation,
            .iterate = string_iterate,
            .length = string_length_operation,
            .contains = string_contains,
            .get_item = string_get_item,
            .binary = {[BINARY_MODULO] = string_modulo},
            .concatenate = string_add,
            .repeat = string_repeat,
        },
    .methods = string_method_table,
};
