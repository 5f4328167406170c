/*
 * array.array: construction, indexing, operators, and the module.
 */
#include "runtime/arguments.h"
#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/modules/array.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

/* ---- Construction ------------------------------------------------------ */

static MUST_USE bool check_initializer(struct Interpreter *vm, const struct ArrayCode *code, Value v)
{
    bool is_text = code->letter == 'u' || code->letter == 'w';
    if (!is_text && is_string(vm, v)) {
        raise_type_error(vm, "cannot use a str to initialize an array with typecode '%c'", code->letter);
        return false;
    }
    if (!is_text && is_array(vm, v) && array_is_text(as_array(v))) {
        raise_type_error(vm, "cannot use a unicode array to initialize an array with typecode '%c'", code->letter);
        return false;
    }
    return true;
}

/* Items of another array, whatever its kind. */
static MUST_USE bool convert_items(struct Interpreter *vm, struct Array *array, const struct Array *other)
{
    for (size_t i = 0; i < other->length; i++) {
        Value item = array_get(vm, other, i);
        bool good = !is_empty(item) && array_append(vm, array, item);
        release_maybe(vm, item);
        if (!good)
            return false;
    }
    return true;
}

static MUST_USE bool initialize(struct Interpreter *vm, struct Array *array, Value v)
{
    if (is_bytes(vm, v) || is_byte_array(vm, v))
        return array_append_octets(vm, array, v);
    if (is_string(vm, v) && array_is_text(array))
        return array_append_string(vm, array, v);
    if (is_array(vm, v) && as_array(v)->kind != array->kind)
        return convert_items(vm, array, as_array(v));
    return array_extend(vm, array, v);
}

static OWNED Value array_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                   Value names)
{
    if (type == builtin_type(vm, TYPE_array) && !check_no_keywords(vm, "array.array", names))
        return EMPTY;
    if (positional < 1 || positional > 2)
        return raise_type_error(vm, "array() takes at %s (%zu given)",
                                positional < 1 ? "least 1 argument" : "most 2 arguments", positional);
    if (!is_string(vm, args[0]) || string_length(args[0]) != 1)
        return raise_bad_argument(vm, "array", "argument 1", "a unicode character", args[0]);
    const struct ArrayCode *code = array_code_find(string_at(as_string(args[0]), 0));
    if (code != NULL && positional > 1 && !check_initializer(vm, code, args[1]))
        return EMPTY;
    if (code == NULL)
        return raise_value_error(vm, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    Value result = array_new(vm, type, code, 0);
    if (!is_empty(result) && positional > 1 && !initialize(vm, as_array(result), args[1])) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static void array_destroy(struct Interpreter *vm, struct Object *self)
{
    struct Array *array = (struct Array *)self;
    if (array->data != NULL)
        heap_free(vm, MEMORY_BYTES, array->data, array->capacity * array->kind->size);
    array->data = NULL;
    array->length = array->capacity = 0;
}

static bool array_buffer(struct Interpreter *vm, Value self, struct Buffer *buffer)
{
    struct Array *array = as_array(self);
    *buffer = (struct Buffer){.data = array->data != NULL ? array->data : as_bytes(vm->empty_bytes)->data,
                              .length = array->length * array->kind->size, .exports = &array->exports,
                              .format = {array->kind->format}, .item_size = array->kind->size};
    return true;
}

/* ---- Indexing ---------------------------------------------------------- */

static MUST_USE bool read_index(struct Interpreter *vm, Value key, int64_t *index)
{
    if (is_int(vm, key) || value_type(vm, key)->operations.index != NULL)
        return object_as_int64(vm, key, TYPE_IndexError, index);
    raise_type_error(vm, "array indices must be integers");
    return false;
}

static OWNED Value get_slice(struct Interpreter *vm, const struct Array *array, Value slice)
{
    int64_t start, stop, step;
    if (!slice_unpack(vm, slice, &start, &stop, &step))
        return EMPTY;
    int64_t count = slice_adjust((int64_t)array->length, &start, &stop, step);
    size_t size = array->kind->size;
    Value result = array_new(vm, builtin_type(vm, TYPE_array), array->kind, (size_t)count);
    for (int64_t i = 0; !is_empty(result) && i < count; i++)
        memcpy(array_at(as_array(result), (size_t)i), array_at(array, (size_t)(start + i * step)), size);
    return result;
}

static OWNED Value array_get_item(struct Interpreter *vm, Value self, Value key)
{
    const struct Array *array = as_array(self);
    int64_t index;
    if (object_has_type(vm, key, TYPE_slice))
        return get_slice(vm, array, key);
    if (!read_index(vm, key, &index))
        return EMPTY;
    if (!index_in_range(&index, (int64_t)array->length))
        return raise_error(vm, TYPE_IndexError, "array index out of range");
    return array_get(vm, array, (size_t)index);
}

static MUST_USE bool delete_stepped(struct Interpreter *vm, struct Array *array, int64_t start, int64_t step,
                                    int64_t count)
{
    if (count == 0)
        return true;
    if (array->exports > 0)
        return array_resize(vm, array, array->length - (size_t)count); /* raises */
    if (step < 0) {
        start += (count - 1) * step;
        step = -step;
    }
    size_t size = array->kind->size;
    uint8_t *to = array_at(array, (size_t)start);
    for (int64_t i = 0; i < count; i++) {
        size_t from = (size_t)(start + i * step) + 1;
        size_t end = i + 1 < count ? from + (size_t)step - 1 : array->length;
        memmove(to, array_at(array, from), (end - from) * size);
        to += (end - from) * size;
    }
    return array_resize(vm, array, array->length - (size_t)count);
}

/* items: `length` of them, in memory that does not move. */
static MUST_USE bool assign_slice(struct Interpreter *vm, struct Array *array, Value slice, const uint8_t *items,
                                  size_t length)
{
    int64_t start, stop, step;
    if (!slice_unpack(vm, slice, &start, &stop, &step))
        return false;
    int64_t count = slice_adjust((int64_t)array->length, &start, &stop, step);
    size_t size = array->kind->size;
    if (step == 1) {
        if (!array_replace(vm, array, (size_t)start, (size_t)(start + count), length))
            return false;
        if (length > 0)
            memcpy(array_at(array, (size_t)start), items, length * size);
        return true;
    }
    if (length == 0)
        return delete_stepped(vm, array, start, step, count);
    if (length != (size_t)count) {
        raise_value_error(vm, "attempt to assign array of size %zu to extended slice of size %lld", length,
                          (long long)count);
        return false;
    }
    for (int64_t i = 0; i < count; i++)
        memcpy(array_at(array, (size_t)(start + i * step)), items + (size_t)i * size, size);
    return true;
}

static MUST_USE bool set_slice(struct Interpreter *vm, struct Array *array, Value slice, Value v)
{
    if (is_empty(v))
        return assign_slice(vm, array, slice, NULL, 0);
    if (!is_array(vm, v)) {
        raise_type_error(vm, "can only assign array (not \"%T\") to array slice", v);
        return false;
    }
    if (as_array(v)->kind != array->kind) {
        raise_type_error(vm, "bad argument type for built-in operation");
        return false;
    }
    size_t length = as_array(v)->length; /* a copy: it may be the array itself, or change while __index__ runs */
    Value copy = bytes_new(vm, length == 0 ? NULL : as_array(v)->data, length * array->kind->size);
    bool good = !is_empty(copy) && assign_slice(vm, array, slice, as_bytes(copy)->data, length);
    release_maybe(vm, copy);
    return good;
}

static MUST_USE bool array_set_item(struct Interpreter *vm, Value self, Value key, Value v)
{
    struct Array *array = as_array(self);
    int64_t index;
    uint8_t octets[8];
    if (object_has_type(vm, key, TYPE_slice))
        return set_slice(vm, array, key, v);
    if (!read_index(vm, key, &index))
        return false;
    if (!index_in_range(&index, (int64_t)array->length)) {
        raise_error(vm, TYPE_IndexError, "array assignment index out of range");
        return false;
    }
    if (is_empty(v))
        return array_replace(vm, array, (size_t)index, (size_t)index + 1, 0);
    if (!array_item(vm, array->kind, v, octets))
        return false;
    if ((size_t)index < array->length) /* else the conversion made it shorter: nothing is stored, as in CPython */
        memcpy(array_at(array, (size_t)index), octets, array->kind->size);
    return true;
}

static int array_contains(struct Interpreter *vm, Value self, Value item)
{
    const struct Array *array = as_array(self);
    int equal = 0;
    for (size_t i = 0; equal == 0 && i < array->length; i++) {
        Value v = array_get(vm, array, i);
        equal = is_empty(v) ? -1 : object_equals(vm, v, item);
        release_maybe(vm, v);
    }
    return equal;
}

static int64_t array_length(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)as_array(self)->length;
}

/* ---- Operators --------------------------------------------------------- */

static OWNED Value array_concatenate(struct Interpreter *vm, Value left, Value right)
{
    const struct Array *a = as_array(left);
    if (!is_array(vm, right))
        return raise_type_error(vm, "can only append array (not \"%T\") to array", right);
    const struct Array *b = as_array(right);
    if (a->kind != b->kind)
        return raise_type_error(vm, "bad argument type for built-in operation");
    Value result = array_new(vm, builtin_type(vm, TYPE_array), a->kind, a->length + b->length);
    if (is_empty(result))
        return EMPTY;
    if (a->length > 0)
        memcpy(as_array(result)->data, a->data, a->length * a->kind->size);
    if (b->length > 0)
        memcpy(array_at(as_array(result), a->length), b->data, b->length * a->kind->size);
    return result;
}

static void fill_repeated(struct Array *array, size_t period, size_t times)
{
    size_t octets = period * array->kind->size;
    for (size_t i = 1; octets > 0 && i < times; i++)
        memcpy(array->data + i * octets, array->data, octets);
}

static OWNED Value array_repeat(struct Interpreter *vm, Value self, int64_t count)
{
    const struct Array *array = as_array(self);
    size_t length, times = count < 0 ? 0 : (size_t)count;
    if (__builtin_mul_overflow(array->length, times, &length))
        return raise_memory_error(vm);
    Value result = array_new(vm, builtin_type(vm, TYPE_array), array->kind, length);
    if (is_empty(result) || length == 0)
        return result;
    memcpy(as_array(result)->data, array->data, array->length * array->kind->size);
    fill_repeated(as_array(result), array->length, times);
    return result;
}

static OWNED Value array_concatenate_in_place(struct Interpreter *vm, Value self, Value other)
{
    if (!is_array(vm, other))
        return raise_type_error(vm, "can only extend array with array (not \"%T\")", other);
    return array_extend(vm, as_array(self), other) ? retain(self) : EMPTY;
}

static OWNED Value array_repeat_in_place(struct Interpreter *vm, Value self, int64_t count)
{
    struct Array *array = as_array(self);
    size_t before = array->length, length, times = count < 0 ? 0 : (size_t)count;
    if (__builtin_mul_overflow(before, times, &length))
        return raise_memory_error(vm);
    if (!array_resize(vm, array, length))
        return EMPTY;
    fill_repeated(array, before, times);
    return retain(self);
}

/* The items at i, as a pair; false: raised. */
static MUST_USE bool items_at(struct Interpreter *vm, const struct Array *a, const struct Array *b, size_t i,
                              Value pair[2])
{
    pair[0] = array_get(vm, a, i);
    pair[1] = is_empty(pair[0]) ? EMPTY : array_get(vm, b, i);
    if (!is_empty(pair[1]))
        return true;
    release_maybe(vm, pair[0]);
    return false;
}

static OWNED Value array_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_array(vm, self) || !is_array(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    const struct Array *a = as_array(self), *b = as_array(other);
    if (a->length != b->length && (operation == COMPARE_EQ || operation == COMPARE_NE))
        return value_from_bool(operation == COMPARE_NE);
    for (size_t i = 0; i < a->length && i < b->length; i++) {
        Value pair[2], result = EMPTY;
        if (!items_at(vm, a, b, i, pair))
            return EMPTY;
        int equal = object_compare_truth(vm, pair[0], pair[1], COMPARE_EQ);
        if (equal == 0)
            result = object_compare(vm, pair[0], pair[1], operation);
        release(vm, pair[0]);
        release(vm, pair[1]);
        if (equal <= 0)
            return result;
    }
    return compare_lengths(a->length, b->length, operation);
}

static OWNED Value array_repr(struct Interpreter *vm, Value self)
{
    const struct Array *array = as_array(self);
    if (array->length == 0)
        return string_from_format(vm, "%s('%c')", type_name(value_type(vm, self)), array->kind->letter);
    Value content = EMPTY;
    if (array_is_text(array)) {
        content = array_text(vm, array);
    } else {
        Value name = string_intern_cstring(vm, "tolist");
        content = is_empty(name) ? EMPTY : object_call_method(vm, name, &self, 1);
        release_maybe(vm, name);
    }
    if (is_empty(content))
        return EMPTY;
    Value result = string_from_format(vm, "%s('%c', %R)", type_name(value_type(vm, self)), array->kind->letter, content);
    release(vm, content);
    return result;
}

/* ---- Iteration --------------------------------------------------------- */

struct ArrayIterator {
    struct Object header;
    Value array; /* EMPTY once exhausted */
    size_t index;
};

static OWNED Value array_iterate(struct Interpreter *vm, Value self)
{
    struct ArrayIterator *iterator =
        (struct ArrayIterator *)object_allocate(vm, builtin_type(vm, TYPE_array_iterator), sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->array, retain(self));
    return value_from_object(iterator);
}

static OWNED Value iterator_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static OWNED Value array_next(struct Interpreter *vm, Value self)
{
    struct ArrayIterator *iterator = (struct ArrayIterator *)value_object(self);
    if (is_empty(iterator->array))
        return VALUE_END;
    const struct Array *array = as_array(iterator->array);
    if (iterator->index < array->length)
        return array_get(vm, array, iterator->index++);
    slot_clear(vm, iterator, &iterator->array);
    return VALUE_END;
}

static void iterator_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct ArrayIterator *)self)->array, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *slot = &((struct ArrayIterator *)self)->array;
    return (*cursor)++ > 0 || is_empty(*slot) ? VALUE_END : slot_take(vm, self, slot);
}

const struct TypeSpec array_iterator_type_spec = {
    .name = "array.arrayiterator",
    .instance_size = sizeof(struct ArrayIterator),
    .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES,
    .memory = {.kind = OBJECT_CONTAINER, .traverse = iterator_traverse, .take = iterator_take},
    .operations = {.iterate = iterator_self, .next = array_next},
};

/* ---- The type and the module ------------------------------------------- */

static OWNED Value get_typecode(struct Interpreter *vm, Value self)
{
    return string_from_code_point(vm, (uint8_t)as_array(self)->kind->letter);
}

static OWNED Value get_itemsize(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int(as_array(self)->kind->size);
}

static const struct NativeAttribute array_attributes[] = {
    {"typecode", get_typecode, NULL, "the typecode character used to create the array"},
    {"itemsize", get_itemsize, NULL, "the size, in bytes, of one array item"},
    ATTRIBUTES_END,
};

const struct TypeSpec array_type_spec = {
    .name = "array.array",
    .documentation = "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by "
                     "typecode, and\ninitialized from the optional initializer value.",
    .instance_size = sizeof(struct Array),
    .flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.kind = OBJECT_LEAF, .destroy = array_destroy},
    .operations =
        {
            .construct = array_construct,
            .repr = array_repr,
            .compare = array_compare,
            .iterate = array_iterate,
            .length = array_length,
            .contains = array_contains,
            .get_item = array_get_item,
            .set_item = array_set_item,
            .concatenate = array_concatenate,
            .repeat = array_repeat,
            .in_place_concatenate = array_concatenate_in_place,
            .in_place_repeat = array_repeat_in_place,
            .buffer = array_buffer,
        },
    .methods = array_methods,
    .attributes = array_attributes,
};

static bool array_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    Value type = value_from_object(builtin_type(vm, TYPE_array)), codes = string_from_cstring(vm, "bBuwhHiIlLqQfd");
    bool good = !is_empty(codes) && dict_set_cstring(vm, dict, "typecodes", codes) &&
                dict_set_cstring(vm, dict, "array", type) && dict_set_cstring(vm, dict, "ArrayType", type);
    release_maybe(vm, codes);
    return good;
}

static const struct NativeMethod array_functions[] = {METHODS_END};

const struct ModuleSpec array_module_spec = {
    .name = "array",
    .documentation = "This module defines an object type which can efficiently represent an array of basic values.",
    .functions = array_functions,
    .fill = array_fill,
};
