/*
 * The type re.Match: where the groups of a pattern were found in a string.
 *
 * It holds pattern and string; texts are cut out when asked for.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/iterators.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

OWNED Value match_new(struct Interpreter *vm, Value pattern, const struct RegexSubject *subject,
                      const struct RegexSpans *spans)
{
    uint32_t count = as_pattern(pattern)->groups + 1;
    struct Match *self = (struct Match *)(void *)object_allocate(
        vm, builtin_type(vm, TYPE_re_match), sizeof *self + 2 * count * sizeof self->spans[0]);
    if (!self)
        return EMPTY;
    slot_init(vm, self, &self->pattern, retain(pattern));
    slot_init(vm, self, &self->string, retain(subject->string));
    self->pos = subject->start;
    self->endpos = subject->end;
    self->last_index = spans->last_index;
    self->group_count = count;
    for (uint32_t i = 0; i < 2 * count; i++)
        self->spans[i] = (int64_t)spans->offsets[i]; /* SIZE_MAX becomes -1 */
    return value_from_object(self);
}

/* Texts are cut from the string as it is now. */
static OWNED Value slice_string(struct Interpreter *vm, Value string, int64_t start, int64_t end)
{
    struct RegexSubject subject = {.string = string, .is_bytes = !is_string(vm, string)};
    subject.length = subject.is_bytes ? SIZE_MAX : string_length(string);
    if (subject.is_bytes) {
        int64_t length = object_length(vm, string);
        if (length < 0)
            return EMPTY;
        subject.length = (size_t)length;
    }
    return regex_subject_slice(vm, &subject, (size_t)start, (size_t)(end < start ? start : end));
}

OWNED Value match_group_text(struct Interpreter *vm, Value match, size_t group, Value otherwise)
{
    const struct Match *self = as_match(match);
    int64_t start = self->spans[2 * group], end = self->spans[2 * group + 1];
    return start < 0 ? retain(otherwise) : slice_string(vm, self->string, start, end);
}

/* The number of a group given by number or name; -1 with IndexError pending. */
static int64_t group_argument(struct Interpreter *vm, Value match, Value v)
{
    const struct Match *self = as_match(match);
    int64_t number = -1;
    if (is_small_int(v)) {
        number = small_int(v);
    } else if (value_type(vm, v)->operations.index) {
        if (!object_as_int64_clamped(vm, v, &number))
            return -1;
    } else {
        Value found = dict_get(vm, as_pattern(self->pattern)->group_index, v);
        if (is_empty(found)) { /* unhashable */
            if (!error_matches(vm, TYPE_TypeError))
                return -1;
            error_clear(vm);
        } else if (!is_absent(found)) {
            number = small_int(found);
            release(vm, found);
        }
    }
    if (number >= 0 && number < self->group_count)
        return number;
    raise_error(vm, TYPE_IndexError, "no such group");
    return -1;
}

/* ---- Methods ------------------------------------------------------------ */

static Value group_by_argument(struct Interpreter *vm, Value match, Value v)
{
    int64_t group = group_argument(vm, match, v);
    return group < 0 ? EMPTY : match_group_text(vm, match, (size_t)group, VALUE_NONE);
}

static Value match_group(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 1)
        return match_group_text(vm, args[0], 0, VALUE_NONE);
    if (count == 2)
        return group_by_argument(vm, args[0], args[1]);
    Value tuple = tuple_new_empty(vm, count - 1);
    for (size_t i = 1; i < count && !is_empty(tuple); i++) {
        Value text = group_by_argument(vm, args[0], args[i]);
        if (is_empty(text)) {
            release(vm, tuple);
            return EMPTY;
        }
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i - 1], text);
    }
    return tuple;
}

static Value match_groups(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t groups = as_match(args[0])->group_count - 1;
    (void)count;
    if (groups == 0)
        return retain(vm->empty_tuple);
    Value tuple = tuple_new_empty(vm, groups);
    for (size_t i = 0; i < groups && !is_empty(tuple); i++) {
        Value text = match_group_text(vm, args[0], i + 1, is_absent(args[1]) ? VALUE_NONE : args[1]);
        if (is_empty(text)) {
            release(vm, tuple);
            return EMPTY;
        }
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i], text);
    }
    return tuple;
}

static Value match_groupdict(struct Interpreter *vm, const Value *args, size_t count)
{
    Value index = as_pattern(as_match(args[0])->pattern)->group_index, name, number;
    Value dict = dict_new_sized(vm, dict_length(index));
    size_t position = 0;
    (void)count;
    while (!is_empty(dict) && dict_next(index, &position, &name, &number)) {
        Value text = match_group_text(vm, args[0], (size_t)small_int(number),
                                      is_absent(args[1]) ? VALUE_NONE : args[1]);
        bool good = !is_empty(text) && dict_set(vm, dict, name, text);
        release_maybe(vm, text);
        if (!good) {
            release(vm, dict);
            return EMPTY;
        }
    }
    return dict;
}

static int64_t optional_group(struct Interpreter *vm, const Value *args, size_t count)
{
    return count > 1 ? group_argument(vm, args[0], args[1]) : 0;
}

static Value match_start(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t group = optional_group(vm, args, count);
    return group < 0 ? EMPTY : value_from_small_int(as_match(args[0])->spans[2 * group]);
}

static Value match_end(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t group = optional_group(vm, args, count);
    return group < 0 ? EMPTY : value_from_small_int(as_match(args[0])->spans[2 * group + 1]);
}

static OWNED Value span_tuple(struct Interpreter *vm, const struct Match *self, size_t group)
{
    const Value items[2] = {value_from_small_int(self->spans[2 * group]),
                            value_from_small_int(self->spans[2 * group + 1])};
    return tuple_new(vm, items, 2);
}

static Value match_span(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t group = optional_group(vm, args, count);
    return group < 0 ? EMPTY : span_tuple(vm, as_match(args[0]), (size_t)group);
}

static Value match_expand(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value parts = template_get(vm, as_match(args[0])->pattern, args[1]);
    if (is_empty(parts))
        return EMPTY;
    Value text = template_expand(vm, args[0], parts);
    release(vm, parts);
    return text;
}

static Value match_self(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return retain(args[0]);
}

static const struct NativeMethod match_methods[] = {
    METHOD("group", match_group, 0, NATIVE_VARIADIC, NULL,
           "group([group1, ...]) -> str or tuple.\nReturn subgroup(s) of the match by indices or names."),
    METHOD("start", match_start, 0, 1, "group=0, /", "Return index of the start of the substring matched by group."),
    METHOD("end", match_end, 0, 1, "group=0, /", "Return index of the end of the substring matched by group."),
    METHOD("span", match_span, 0, 1, "group=0, /",
           "For match object m, return the 2-tuple (m.start(group), m.end(group))."),
    METHOD_NAMED("groups", match_groups, "default=None",
                 "Return a tuple containing all the subgroups of the match, from 1."),
    METHOD_NAMED("groupdict", match_groupdict, "default=None",
                 "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name."),
    METHOD_NAMED("expand", match_expand, "template",
                 "Return the string obtained by doing backslash substitution on the string template, as done by the "
                 "sub() method."),
    METHOD("__copy__", match_self, 0, 0, "", NULL),
    METHOD("__deepcopy__", match_self, 1, 1, "memo, /", NULL),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};

/* ---- Attributes --------------------------------------------------------- */

static Value get_string(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_match(self)->string);
}

static Value get_re(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_match(self)->pattern);
}

static Value get_pos(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int((int64_t)as_match(self)->pos);
}

static Value get_endpos(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int((int64_t)as_match(self)->endpos);
}

static Value get_lastindex(struct Interpreter *vm, Value self)
{
    (void)vm;
    return as_match(self)->last_index ? value_from_small_int(as_match(self)->last_index) : VALUE_NONE;
}

static Value get_lastgroup(struct Interpreter *vm, Value self)
{
    const struct Match *match = as_match(self);
    (void)vm;
    if (!match->last_index)
        return VALUE_NONE;
    return retain(as_tuple(as_pattern(match->pattern)->group_names)->items[match->last_index - 1]);
}

static Value get_regs(struct Interpreter *vm, Value self)
{
    size_t count = as_match(self)->group_count;
    Value tuple = tuple_new_empty(vm, count);
    for (size_t i = 0; i < count && !is_empty(tuple); i++) {
        Value span = span_tuple(vm, as_match(self), i);
        if (is_empty(span)) {
            release(vm, tuple);
            return EMPTY;
        }
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i], span);
    }
    return tuple;
}

static const struct NativeAttribute match_attributes[] = {
    {"string", get_string, NULL, "The string passed to match() or search()."},
    {"re", get_re, NULL, "The regular expression object."},
    {"pos", get_pos, NULL, "The index into the string at which the RE engine started looking for a match."},
    {"endpos", get_endpos, NULL, "The index into the string beyond which the RE engine will not go."},
    {"lastindex", get_lastindex, NULL, "The integer index of the last matched capturing group."},
    {"lastgroup", get_lastgroup, NULL, "The name of the last matched capturing group."},
    {"regs", get_regs, NULL, NULL},
    ATTRIBUTES_END,
};

/* ---- Operations --------------------------------------------------------- */

static Value match_repr(struct Interpreter *vm, Value self)
{
    enum { SHOWN = 50 };
    const struct Match *match = as_match(self);
    Value text = match_group_text(vm, self, 0, VALUE_NONE);
    Value shown = is_empty(text) ? EMPTY : object_repr(vm, text);
    release_maybe(vm, text);
    if (is_empty(shown))
        return EMPTY;
    size_t length = string_length(shown);
    Value start = string_substring(vm, shown, 0, length < SHOWN ? length : SHOWN);
    release(vm, shown);
    if (is_empty(start))
        return EMPTY;
    Value result = string_from_format(vm, "<re.Match object; span=(%lld, %lld), match=%V>",
                                      (long long)match->spans[0], (long long)match->spans[1], start);
    release(vm, start);
    return result;
}

static void match_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 2, visit, context);
}

static OWNED Value match_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 2, cursor);
}

const struct TypeSpec re_match_type_spec = {
    .name = "re.Match",
    .documentation = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    .instance_size = sizeof(struct Match),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = match_traverse, .take = match_take, .clear = nothing_to_clear, .kind = OBJECT_CONTAINER},
    .operations = {.repr = match_repr, .get_item = group_by_argument},
    .methods = match_methods,
    .attributes = match_attributes,
};
