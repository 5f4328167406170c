/* Finding: match, search, findall, finditer, split, and the scanner behind finditer. */
#include "runtime/error.h"
#include "runtime/iterators.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

OWNED Value pattern_find(struct Interpreter *vm, Value pattern, enum RegexMode mode, Value string, int64_t pos,
                         int64_t endpos)
{
    struct RegexSubject subject;
    struct RegexSpans spans;
    if (!regex_subject_open(vm, as_pattern(pattern), string, pos, endpos, &subject))
        return EMPTY;
    int found = regex_execute(vm, as_pattern(pattern), &subject, mode, subject.start, false, &spans);
    Value result = found < 0 ? EMPTY : found == 0 ? VALUE_NONE : match_new(vm, pattern, &subject, &spans);
    regex_subject_close(vm, &subject);
    return result;
}

/* A group's text; empty_text (EMPTY: None) when it took no part. */
static OWNED Value group_text(struct Interpreter *vm, const struct RegexSubject *subject, const size_t *offsets,
                              size_t group, bool none_if_unset)
{
    size_t start = offsets[2 * group], end = offsets[2 * group + 1];
    if (start == SIZE_MAX) {
        if (none_if_unset)
            return VALUE_NONE;
        return retain(subject->is_bytes ? vm->empty_bytes : vm->empty_string);
    }
    return regex_subject_slice(vm, subject, start, end < start ? start : end);
}

/* What findall collects of one match. */
static OWNED Value found_item(struct Interpreter *vm, const struct Pattern *pattern, const struct RegexSubject *subject,
                              const size_t *offsets)
{
    if (pattern->groups <= 1)
        return group_text(vm, subject, offsets, pattern->groups, false);
    Value tuple = tuple_new_empty(vm, pattern->groups);
    for (uint32_t i = 0; i < pattern->groups && !is_empty(tuple); i++) {
        Value text = group_text(vm, subject, offsets, i + 1, false);
        if (is_empty(text)) {
            release(vm, tuple);
            return EMPTY;
        }
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i], text);
    }
    return tuple;
}

static bool append_owned(struct Interpreter *vm, Value list, STEALS Value item)
{
    return !is_empty(item) && list_append(vm, list, item);
}

OWNED Value pattern_find_all(struct Interpreter *vm, Value pattern, Value string, int64_t pos, int64_t endpos)
{
    struct RegexSubject subject;
    struct RegexSpans spans;
    if (!regex_subject_open(vm, as_pattern(pattern), string, pos, endpos, &subject))
        return EMPTY;
    Value list = list_new(vm, 0);
    bool must_advance = false;
    int found = is_empty(list) ? -1 : 1;
    for (size_t start = subject.start; found > 0;) {
        found = regex_execute(vm, as_pattern(pattern), &subject, REGEX_SEARCH, start, must_advance, &spans);
        if (found <= 0)
            break;
        start = spans.offsets[1];
        must_advance = spans.offsets[0] == spans.offsets[1];
        if (!append_owned(vm, list, found_item(vm, as_pattern(pattern), &subject, spans.offsets)))
            found = -1;
    }
    regex_subject_close(vm, &subject);
    if (found == 0)
        return list;
    release_maybe(vm, list);
    return EMPTY;
}

/* The groups of a match between two pieces. */
static bool append_groups(struct Interpreter *vm, Value list, uint32_t groups, const struct RegexSubject *subject,
                          const size_t *offsets)
{
    for (uint32_t i = 1; i <= groups; i++)
        if (!append_owned(vm, list, group_text(vm, subject, offsets, i, true)))
            return false;
    return true;
}

static bool split_subject(struct Interpreter *vm, struct Pattern *pattern, struct RegexSubject *subject, int64_t limit,
                          Value list)
{
    struct RegexSpans spans;
    size_t last = 0;
    bool must_advance = false;
    for (int64_t n = 0; limit == 0 || n < limit; n++) {
        int found = regex_execute(vm, pattern, subject, REGEX_SEARCH, last, must_advance, &spans);
        if (found < 0)
            return false;
        if (found == 0)
            break;
        size_t start = spans.offsets[0], end = spans.offsets[1];
        if (!append_owned(vm, list, regex_subject_slice(vm, subject, last, start)) ||
            !append_groups(vm, list, pattern->groups, subject, spans.offsets))
            return false;
        must_advance = start == end;
        last = end;
    }
    return append_owned(vm, list, regex_subject_slice(vm, subject, last, subject->end));
}

OWNED Value pattern_split(struct Interpreter *vm, Value pattern, Value string, int64_t limit)
{
    struct RegexSubject subject;
    if (!regex_subject_open(vm, as_pattern(pattern), string, 0, INT64_MAX, &subject))
        return EMPTY;
    Value list = list_new(vm, 0);
    bool good = !is_empty(list) && split_subject(vm, as_pattern(pattern), &subject, limit, list);
    regex_subject_close(vm, &subject);
    if (good)
        return list;
    release_maybe(vm, list);
    return EMPTY;
}

/* ---- Scanners ----------------------------------------------------------- */

struct Scanner {
    struct Object header;
    Value pattern, string;
    int64_t pos, endpos;
    size_t next;
    size_t *lock; /* the export count of the string that we raised, or NULL */
    bool must_advance, over;
};

static struct Scanner *as_scanner(Value v) { return (struct Scanner *)value_object(v); }

OWNED Value scanner_new(struct Interpreter *vm, Value pattern, Value string, int64_t pos, int64_t endpos)
{
    struct RegexSubject subject;
    if (!regex_subject_open(vm, as_pattern(pattern), string, pos, endpos, &subject))
        return EMPTY;
    struct Scanner *self = (struct Scanner *)(void *)object_allocate(vm, builtin_type(vm, TYPE_re_scanner),
                                                                     sizeof *self);
    if (!self) {
        regex_subject_close(vm, &subject);
        return EMPTY;
    }
    self->lock = subject.lock; /* stays */
    slot_init(vm, self, &self->pattern, retain(pattern));
    slot_init(vm, self, &self->string, retain(string));
    self->pos = (int64_t)subject.start;
    self->endpos = (int64_t)subject.end;
    self->next = subject.start;
    return value_from_object(self);
}

static Value scanner_step(struct Interpreter *vm, Value self, enum RegexMode mode)
{
    struct Scanner *scanner = as_scanner(self);
    struct RegexSubject subject;
    struct RegexSpans spans;
    struct Pattern *pattern = as_pattern(scanner->pattern);
    if (scanner->over)
        return VALUE_NONE;
    if (!regex_subject_open(vm, pattern, scanner->string, scanner->pos, scanner->endpos, &subject))
        return EMPTY;
    int found = regex_execute(vm, pattern, &subject, mode, scanner->next, scanner->must_advance, &spans);
    Value result = found < 0 ? EMPTY : VALUE_NONE;
    if (found > 0) {
        scanner->next = spans.offsets[1];
        scanner->must_advance = spans.offsets[0] == spans.offsets[1];
        result = match_new(vm, scanner->pattern, &subject, &spans);
    }
    scanner->over = found == 0;
    regex_subject_close(vm, &subject);
    return result;
}

static Value scanner_match(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return scanner_step(vm, args[0], REGEX_MATCH);
}

static Value scanner_search(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return scanner_step(vm, args[0], REGEX_SEARCH);
}

static const struct NativeMethod scanner_methods[] = {
    METHOD("match", scanner_match, 0, 0, "", NULL),
    METHOD("search", scanner_search, 0, 0, "", NULL),
    METHODS_END,
};

static Value scanner_pattern(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_scanner(self)->pattern);
}

static const struct NativeAttribute scanner_attributes[] = {{"pattern", scanner_pattern, NULL, NULL}, ATTRIBUTES_END};

static void scanner_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 2, visit, context);
}

static OWNED Value scanner_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct Scanner *self = (struct Scanner *)(void *)object;
    if (self->lock)
        --*self->lock; /* the string is still there */
    self->lock = NULL;
    return values_take(vm, object, 2, cursor);
}

const struct TypeSpec re_scanner_type_spec = {
    .name = "_sre.SRE_Scanner",
    .instance_size = sizeof(struct Scanner),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = scanner_traverse, .take = scanner_take, .clear = nothing_to_clear,
               .kind = OBJECT_CONTAINER},
    .methods = scanner_methods,
    .attributes = scanner_attributes,
};

OWNED Value pattern_find_iterator(struct Interpreter *vm, Value pattern, Value string, int64_t pos, int64_t endpos)
{
    Value scanner = scanner_new(vm, pattern, string, pos, endpos);
    if (is_empty(scanner))
        return EMPTY;
    Value search = object_get_attribute_cstring(vm, scanner, "search");
    release(vm, scanner);
    if (is_empty(search))
        return EMPTY;
    Value iterator = callable_iterator_new(vm, search, VALUE_NONE);
    release(vm, search);
    return iterator;
}
