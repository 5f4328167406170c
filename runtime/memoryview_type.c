/*
 * memoryview as Python sees it: methods, attributes, comparison, its iterator,
 * and the end of a view.
 */
#include "runtime/memoryview.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

static OWNED Value view_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                  Value names)
{
    Value bound[1];
    (void)type;
    if (!native_bind(vm, "memoryview", "object", args, positional, names, bound, 1))
        return EMPTY;
    return memoryview_of(vm, bound[0]);
}

static OWNED Value view_from_flags(struct Interpreter *vm, const Value *args, size_t count)
{
    int flags;
    (void)count;
    if (!read_int(vm, args[2], &flags))
        return EMPTY;
    Value view = memoryview_of(vm, args[1]);
    if (is_empty(view) || !(flags & BUFFER_WRITABLE) || !as_view(view)->read_only)
        return view;
    release(vm, view);
    return raise_error(vm, TYPE_BufferError, "Object is not writable.");
}

/* ---- The end ----------------------------------------------------------- */

static void view_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct MemoryView *)self)->base, context);
}

static void stop_exporting(struct MemoryView *view)
{
    if (view->base_exports != NULL)
        --*view->base_exports;
    view->base_exports = NULL;
}

static OWNED Value view_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct MemoryView *view = (struct MemoryView *)self;
    if ((*cursor)++ > 0 || is_empty(view->base))
        return VALUE_END;
    stop_exporting(view);
    return slot_take(vm, view, &view->base);
}

static OWNED Value view_release(struct Interpreter *vm, const Value *args, size_t count)
{
    struct MemoryView *view = as_view(args[0]);
    (void)count;
    if (view->exports > 0)
        return raise_error(vm, TYPE_BufferError, "memoryview has %zu exported buffer%s", view->exports,
                           view->exports == 1 ? "" : "s");
    stop_exporting(view);
    slot_clear(vm, view, &view->base);
    return VALUE_NONE;
}

static OWNED Value view_enter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return view_check_alive(vm, as_view(args[0])) ? retain(args[0]) : EMPTY;
}

static bool view_buffer(struct Interpreter *vm, Value self, struct Buffer *buffer)
{
    struct MemoryView *view = as_view(self);
    if (!view_check_alive(vm, view))
        return false;
    if (!view_is_contiguous(view)) {
        raise_error(vm, TYPE_BufferError, "memoryview: underlying buffer is not C-contiguous");
        return false;
    }
    *buffer = (struct Buffer){.data = view->data, .length = (size_t)view_count(view) * view->item_size,
                              .exports = &view->exports, .item_size = view->item_size,
                              .read_only = view->read_only};
    memcpy(buffer->format, view->format, sizeof buffer->format);
    return true;
}

/* ---- Whole contents ---------------------------------------------------- */

static int64_t view_length(struct Interpreter *vm, Value self)
{
    struct MemoryView *view = as_view(self);
    if (!view_check_alive(vm, view))
        return -1;
    if (view->dimensions > 0)
        return view_shape(view)[0];
    raise_type_error(vm, "0-dim memory has no length");
    return -1;
}

static OWNED Value view_tobytes(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct MemoryView *view = as_view(args[0]);
    bool given = !is_absent(args[1]) && !is_none(args[1]), fortran = false;
    (void)count;
    if (!view_check_alive(vm, view))
        return EMPTY;
    if (given && !is_string(vm, args[1]))
        return raise_type_error(vm, "tobytes() argument 'order' must be str or None, not %T", args[1]);
    if (given && string_equals_cstring(args[1], "F"))
        fortran = true;
    else if (given && string_equals_cstring(args[1], "A"))
        fortran = !view_is_contiguous(view) && view_is_fortran_contiguous(view);
    else if (given && !string_equals_cstring(args[1], "C"))
        return raise_value_error(vm, "order must be 'C', 'F' or 'A'");
    return view_octets(vm, view, fortran);
}

static OWNED Value list_from(struct Interpreter *vm, struct MemoryView *view, size_t d, const uint8_t *from,
                             const struct ItemFormat *format)
{
    if (d == view->dimensions)
        return item_unpack(vm, from, format);
    Value list = list_new(vm, (size_t)view_shape(view)[d]);
    for (int64_t i = 0; !is_empty(list) && i < view_shape(view)[d]; i++) {
        Value item = list_from(vm, view, d + 1, from + i * view_strides(view)[d], format);
        if (is_empty(item) || !list_append(vm, list, item)) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

static OWNED Value view_tolist(struct Interpreter *vm, const Value *args, size_t count)
{
    struct MemoryView *view = as_view(args[0]);
    const struct ItemFormat *format;
    (void)count;
    if (!view_check_alive(vm, view) || (format = item_format_of(vm, view)) == NULL)
        return EMPTY;
    return list_from(vm, view, 0, view->data, format);
}

static OWNED Value view_hex(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!view_check_alive(vm, as_view(args[0])))
        return EMPTY;
    Value octets = view_octets(vm, as_view(args[0]), false);
    if (is_empty(octets))
        return EMPTY;
    Value text = octets_hex(vm, as_bytes(octets)->data, as_bytes(octets)->length, args[1], args[2]);
    release(vm, octets);
    return text;
}

static OWNED Value view_toreadonly(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct MemoryView *view = as_view(args[0]);
    (void)count;
    Value result = view_check_alive(vm, view) ? view_derive(vm, view, view->dimensions) : EMPTY;
    if (!is_empty(result))
        as_view(result)->read_only = true;
    return result;
}

static OWNED Value method_cast(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "cast() argument 'format' must be str, not %A", args[1]);
    return view_check_alive(vm, as_view(args[0])) ? view_cast(vm, args[0], args[1], args[2]) : EMPTY;
}

static OWNED Value method_buffer(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return memoryview_of(vm, args[0]);
}

static OWNED Value method_release_buffer(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_view(vm, args[1]))
        return raise_type_error(vm, "expected a memoryview object");
    return view_release(vm, args + 1, 1);
}

/* ---- Comparison, hash, repr -------------------------------------------- */

static bool same_shape(const struct MemoryView *a, const struct MemoryView *b)
{
    return a->dimensions == b->dimensions &&
           memcmp(a->extents, b->extents, a->dimensions * sizeof a->extents[0]) == 0;
}

/* 1, 0 or -1: the items from dimension d on, at these addresses. */
static MUST_USE int equal_from(struct Interpreter *vm, struct MemoryView *a, struct MemoryView *b, size_t d,
                               const uint8_t *at_a, const uint8_t *at_b)
{
    if (d == a->dimensions) {
        Value x = item_unpack(vm, at_a, item_format_find(a->format));
        Value y = is_empty(x) ? EMPTY : item_unpack(vm, at_b, item_format_find(b->format));
        int equal = is_empty(y) ? -1 : object_compare_truth(vm, x, y, COMPARE_EQ);
        release_maybe(vm, x);
        release_maybe(vm, y);
        return equal;
    }
    int equal = 1;
    for (int64_t i = 0; equal > 0 && i < view_shape(a)[d]; i++)
        equal = equal_from(vm, a, b, d + 1, at_a + i * view_strides(a)[d], at_b + i * view_strides(b)[d]);
    return equal;
}

static MUST_USE int views_equal(struct Interpreter *vm, struct MemoryView *a, struct MemoryView *b)
{
    if (!same_shape(a, b))
        return 0;
    if (item_format_find(a->format) == NULL || item_format_find(b->format) == NULL)
        return 0; /* items that nobody can read are never equal */
    return equal_from(vm, a, b, 0, a->data, b->data);
}

static OWNED Value view_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !is_view(vm, self))
        return VALUE_NOT_IMPLEMENTED;
    if (is_empty(as_view(self)->base) || (is_view(vm, other) && is_empty(as_view(other)->base)))
        return value_from_bool(value_same(self, other) == (operation == COMPARE_EQ));
    Value left = memoryview_of(vm, self), right = is_empty(left) ? EMPTY : memoryview_of(vm, other);
    int equal = is_empty(right) ? -1 : views_equal(vm, as_view(left), as_view(right));
    release_maybe(vm, left);
    bool incomparable = is_empty(right) && (error_matches(vm, TYPE_TypeError) || error_matches(vm, TYPE_BufferError));
    release_maybe(vm, right);
    if (incomparable) {
        error_clear(vm);
        return VALUE_NOT_IMPLEMENTED;
    }
    return equal < 0 ? EMPTY : value_from_bool(equal == (operation == COMPARE_EQ));
}

static MUST_USE bool compute_hash(struct Interpreter *vm, struct MemoryView *view, int64_t *hash)
{
    const struct ItemFormat *format = item_format_find(view->format);
    if (format == NULL || strchr("Bbc", format->letter) == NULL) {
        raise_value_error(vm, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        return false;
    }
    Value base = retain(view->base);
    bool hashable = object_hash(vm, base, hash); /* nothing that can change is hashable, whatever the view says */
    release(vm, base);
    if (!hashable || !view_check_alive(vm, view))
        return false;
    Value octets = view_octets(vm, view, false);
    if (is_empty(octets))
        return false;
    *hash = (int64_t)bytes_hash(vm, octets);
    release(vm, octets);
    return true;
}

static MUST_USE bool view_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    struct MemoryView *view = as_view(self);
    if (!view->hashed) {
        if (!view_check_alive(vm, view))
            return false;
        if (!view->read_only) {
            raise_value_error(vm, "cannot hash writable memoryview object");
            return false;
        }
        if (!compute_hash(vm, view, &view->hash))
            return false;
        view->hashed = true;
    }
    *hash = view->hash;
    return true;
}

static OWNED Value view_repr(struct Interpreter *vm, Value self)
{
    bool released = is_empty(as_view(self)->base);
    return string_from_format(vm, "<%smemory at 0x%zx>", released ? "released " : "", (size_t)value_identity(self));
}

/* ---- Iteration --------------------------------------------------------- */

static OWNED Value view_iterate(struct Interpreter *vm, Value self)
{
    const struct MemoryView *view = as_view(self);
    if (!view_check_alive(vm, view))
        return EMPTY;
    if (view->dimensions == 0)
        return raise_type_error(vm, "invalid indexing of 0-dim memory");
    if (view->dimensions > 1)
        return raise_error(vm, TYPE_NotImplementedError, "multi-dimensional sub-views are not implemented");
    return octets_iterator(vm, self, TYPE_memoryview_iterator);
}

static OWNED Value iterator_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static OWNED Value view_next(struct Interpreter *vm, Value self)
{
    struct OctetIterator *iterator = (struct OctetIterator *)value_object(self);
    if (is_empty(iterator->octets))
        return VALUE_END;
    struct MemoryView *view = as_view(iterator->octets);
    if (!view_check_alive(vm, view))
        return EMPTY;
    if ((int64_t)iterator->index < view_shape(view)[0]) {
        const struct ItemFormat *format = item_format_of(vm, view);
        const uint8_t *at = view->data + (int64_t)iterator->index++ * view_strides(view)[0];
        return format == NULL ? EMPTY : item_unpack(vm, at, format);
    }
    slot_clear(vm, iterator, &iterator->octets);
    return VALUE_END;
}

static void iterator_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct OctetIterator *)self)->octets, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *slot = &((struct OctetIterator *)self)->octets;
    return (*cursor)++ > 0 || is_empty(*slot) ? VALUE_END : slot_take(vm, self, slot);
}

const struct TypeSpec memoryview_iterator_type_spec = {
    .name = "memory_iterator",
    .instance_size = sizeof(struct OctetIterator),
    .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES,
    .memory = {.kind = OBJECT_CONTAINER, .traverse = iterator_traverse, .take = iterator_take},
    .operations = {.iterate = iterator_self, .next = view_next},
};

/* ---- Attributes -------------------------------------------------------- */

static OWNED Value tuple_of(struct Interpreter *vm, const int64_t *numbers, size_t count)
{
    Value items[VIEW_DIMENSION_LIMIT];
    for (size_t i = 0; i < count; i++)
        items[i] = value_from_small_int(numbers[i]);
    return tuple_new(vm, items, count);
}

#define DEFINE_ATTRIBUTE(name, expression)                          \
    static OWNED Value name(struct Interpreter *vm, Value self)     \
    {                                                               \
        struct MemoryView *view = as_view(self);                    \
        return view_check_alive(vm, view) ? (expression) : EMPTY;   \
    }

DEFINE_ATTRIBUTE(get_obj, retain(view->base))
DEFINE_ATTRIBUTE(get_nbytes, int_new(vm, view_count(view) * view->item_size))
DEFINE_ATTRIBUTE(get_itemsize, value_from_small_int(view->item_size))
DEFINE_ATTRIBUTE(get_format, string_from_cstring(vm, view->format))
DEFINE_ATTRIBUTE(get_ndim, value_from_small_int(view->dimensions))
DEFINE_ATTRIBUTE(get_shape, tuple_of(vm, view_shape(view), view->dimensions))
DEFINE_ATTRIBUTE(get_strides, tuple_of(vm, view_strides(view), view->dimensions))
DEFINE_ATTRIBUTE(get_suboffsets, retain(vm->empty_tuple))
DEFINE_ATTRIBUTE(get_readonly, value_from_bool(view->read_only))
DEFINE_ATTRIBUTE(get_c_contiguous, value_from_bool(view_is_contiguous(view)))
DEFINE_ATTRIBUTE(get_f_contiguous, value_from_bool(view_is_fortran_contiguous(view)))
DEFINE_ATTRIBUTE(get_contiguous, value_from_bool(view_is_contiguous(view) || view_is_fortran_contiguous(view)))

static const struct NativeAttribute view_attributes[] = {
    {"obj", get_obj, NULL, "The underlying object of the memoryview."},
    {"nbytes", get_nbytes, NULL, "The amount of space in bytes that the array would use in a contiguous form."},
    {"itemsize", get_itemsize, NULL, "The size in bytes of each element."},
    {"format", get_format, NULL, "The format of each element, in the struct module's style."},
    {"ndim", get_ndim, NULL, "How many dimensions the memory has."},
    {"shape", get_shape, NULL, "A tuple of ndim integers: the extents."},
    {"strides", get_strides, NULL, "A tuple of ndim integers: the size in bytes to reach the next element."},
    {"suboffsets", get_suboffsets, NULL, "Always empty."},
    {"readonly", get_readonly, NULL, "Whether the memory is read only."},
    {"c_contiguous", get_c_contiguous, NULL, "Whether the memory is C contiguous."},
    {"f_contiguous", get_f_contiguous, NULL, "Whether the memory is Fortran contiguous."},
    {"contiguous", get_contiguous, NULL, "Whether the memory is contiguous."},
    ATTRIBUTES_END,
};

static const struct NativeMethod view_methods[] = {
    METHOD_NAMED("cast", method_cast, "format, shape=<unrepresentable>", "Cast a memoryview to a new format."),
    METHOD_NAMED("hex", view_hex, "sep=<unrepresentable>, bytes_per_sep=1", "Hexadecimal representation."),
    METHOD("release", view_release, 0, 0, "", "Release the underlying buffer exposed by the memoryview object."),
    METHOD_NAMED("tobytes", view_tobytes, "order='C'", "Return the data in the buffer as a byte string."),
    METHOD("tolist", view_tolist, 0, 0, "", "Return the data in the buffer as a list of elements."),
    METHOD("toreadonly", view_toreadonly, 0, 0, "", "Return a readonly version of the memoryview."),
    {"_from_flags", {.positional = view_from_flags}, 0, 0, NATIVE_CLASS_METHOD | NATIVE_NAMED, "object, flags",
     "A memoryview with the given flags."},
    METHOD("__buffer__", method_buffer, 1, 1, "flags, /", "Return a buffer object that exposes the memory."),
    METHOD("__release_buffer__", method_release_buffer, 1, 1, "buffer, /", "Release the buffer object."),
    METHOD("__enter__", view_enter, 0, 0, NULL, NULL),
    {"__exit__", {.positional = view_release}, 1, NATIVE_VARIADIC, NATIVE_POSITIONAL, NULL, NULL},
    METHODS_END,
};

const struct TypeSpec memoryview_type_spec = {
    .name = "memoryview",
    .documentation = "memoryview(object)\n--\n\n"
                     "Create a new memoryview object which references the given object.",
    .instance_size = sizeof(struct MemoryView),
    .flags = TYPE_IMMUTABLE | TYPE_SEQUENCE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.kind = OBJECT_CONTAINER, .traverse = view_traverse, .take = view_take},
    .operations =
        {
            .construct = view_construct,
            .repr = view_repr,
            .hash = view_hash,
            .compare = view_compare,
            .iterate = view_iterate,
            .length = view_length,
            .get_item = view_get_item,
            .set_item = view_set_item,
            .buffer = view_buffer,
        },
    .methods = view_methods,
    .attributes = view_attributes,
};
