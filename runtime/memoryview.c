/*
 * memoryview: a one-dimensional window on bytes or a bytearray.
 *
 * Invariant: base is the bytes or bytearray itself, never another view; a
 * view on a bytearray counts among its exports until it is released or dies,
 * so the octets cannot move under it.  More dimensions are not built.
 */
#include "runtime/bytes_internal.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

static struct MemoryView *as_view(Value v) { return (struct MemoryView *)value_object(v); }
static bool is_view(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_memoryview); }

static MUST_USE bool check_alive(struct Interpreter *vm, const struct MemoryView *view)
{
    if (!is_empty(view->base))
        return true;
    raise_value_error(vm, "operation forbidden on released memoryview object");
    return false;
}

static uint8_t *base_data(struct Interpreter *vm, const struct MemoryView *view)
{
    return (uint8_t *)octets_of(vm, view->base).data + view->start;
}

static bool is_contiguous(const struct MemoryView *view)
{
    return view->stride == view->item_size || view->length <= 1;
}

bool memoryview_octets(struct Interpreter *vm, Value v, const uint8_t **data, size_t *length)
{
    if (!is_view(vm, v) || is_empty(as_view(v)->base) || !is_contiguous(as_view(v)))
        return false;
    *data = base_data(vm, as_view(v));
    *length = as_view(v)->length * as_view(v)->item_size;
    return true;
}

/* ---- Making and dropping ----------------------------------------------- */

static OWNED Value view_new(struct Interpreter *vm, Value base, const struct MemoryView *shape)
{
    struct MemoryView *view =
        (struct MemoryView *)object_allocate(vm, builtin_type(vm, TYPE_memoryview), sizeof *view);
    if (view == NULL)
        return EMPTY;
    view->start = shape->start;
    view->length = shape->length;
    view->stride = shape->stride;
    view->format = shape->format;
    view->item_size = shape->item_size;
    view->read_only = shape->read_only;
    slot_init(vm, view, &view->base, retain(base));
    if (is_byte_array(vm, base))
        as_byte_array(base)->exports++;
    return value_from_object(view);
}

static void stop_exporting(struct Interpreter *vm, struct MemoryView *view)
{
    if (!is_empty(view->base) && is_byte_array(vm, view->base))
        as_byte_array(view->base)->exports--;
}

static OWNED Value view_of(struct Interpreter *vm, Value object)
{
    if (is_view(vm, object)) {
        const struct MemoryView *view = as_view(object);
        return check_alive(vm, view) ? view_new(vm, view->base, view) : EMPTY;
    }
    if (!is_bytes(vm, object) && !is_byte_array(vm, object))
        return raise_type_error(vm, "memoryview: a bytes-like object is required, not '%T'", object);
    struct MemoryView shape = {.length = octets_of(vm, object).length, .stride = 1, .format = 'B', .item_size = 1,
                               .read_only = is_bytes(vm, object)};
    return view_new(vm, object, &shape);
}

static OWNED Value view_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                  Value names)
{
    Value bound[1];
    (void)type;
    if (!native_bind(vm, "memoryview", "object", args, positional, names, bound, 1))
        return EMPTY;
    return view_of(vm, bound[0]);
}

static void view_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct MemoryView *)self)->base, context);
}

static OWNED Value view_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct MemoryView *view = (struct MemoryView *)self;
    if ((*cursor)++ > 0 || is_empty(view->base))
        return VALUE_END;
    stop_exporting(vm, view);
    return slot_take(vm, view, &view->base);
}

static OWNED Value view_release(struct Interpreter *vm, const Value *args, size_t count)
{
    struct MemoryView *view = as_view(args[0]);
    (void)count;
    stop_exporting(vm, view);
    slot_clear(vm, view, &view->base);
    return VALUE_NONE;
}

static OWNED Value view_enter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_alive(vm, as_view(args[0])) ? retain(args[0]) : EMPTY;
}

/* ---- Items ------------------------------------------------------------- */

struct Format {
    char letter;
    uint8_t size;
    bool is_signed;
};

static const struct Format formats[] = {
    {'B', 1, false}, {'b', 1, true}, {'c', 1, false}, {'?', 1, false}, {'H', 2, false}, {'h', 2, true},
    {'I', 4, false}, {'i', 4, true}, {'L', 8, false}, {'l', 8, true},  {'Q', 8, false}, {'q', 8, true},
    {'N', 8, false}, {'n', 8, true}, {'f', 4, true},  {'d', 8, true},
};

static const struct Format *find_format(uint32_t letter)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if ((uint32_t)formats[i].letter == letter)
            return &formats[i];
    return NULL;
}

static OWNED Value unpack(struct Interpreter *vm, const uint8_t *at, const struct Format *format)
{
    uint64_t bits = 0;
    float single;
    double number;
    memcpy(&bits, at, format->size);
    switch (format->letter) {
    case 'c':
        return bytes_new(vm, at, 1);
    case '?':
        return value_from_bool(bits != 0);
    case 'f':
        memcpy(&single, at, sizeof single);
        return float_new(vm, (double)single);
    case 'd':
        memcpy(&number, at, sizeof number);
        return float_new(vm, number);
    default:
        break;
    }
    if (!format->is_signed)
        return int_from_uint64(vm, bits);
    int shift = 64 - 8 * format->size;
    return int_new(vm, (int64_t)(bits << shift) >> shift);
}

static MUST_USE bool raise_invalid(struct Interpreter *vm, const char *what, char letter)
{
    if (*what == 't')
        raise_type_error(vm, "memoryview: invalid type for format '%c'", letter);
    else
        raise_value_error(vm, "memoryview: invalid value for format '%c'", letter);
    return false;
}

/* An integer's octets for the format, range-checked. */
static MUST_USE bool pack_integer(struct Interpreter *vm, uint8_t *to, const struct Format *format, Value v)
{
    int64_t number;
    if (!is_int(vm, v) && value_type(vm, v)->operations.index == NULL)
        return raise_invalid(vm, "type", format->letter);
    Value index = object_index(vm, v);
    if (is_empty(index))
        return false;
    bool fits = int_fits_int64(index, &number);
    release(vm, index);
    int bits = 8 * format->size;
    if (fits && format->is_signed)
        fits = bits == 64 || (number >= -((int64_t)1 << (bits - 1)) && number < (int64_t)1 << (bits - 1));
    else if (fits)
        fits = number >= 0 && (bits == 64 || number < (int64_t)1 << bits);
    if (!fits)
        return raise_invalid(vm, "value", format->letter);
    memcpy(to, &number, format->size);
    return true;
}

static MUST_USE bool pack(struct Interpreter *vm, uint8_t *to, const struct Format *format, Value v)
{
    double number;
    if (format->letter == '?') {
        int truth = object_truth(vm, v);
        *to = truth > 0;
        return truth >= 0;
    }
    if (format->letter == 'c') {
        if (!is_bytes(vm, v))
            return raise_invalid(vm, "type", 'c');
        if (as_bytes(v)->length != 1)
            return raise_invalid(vm, "value", 'c');
        *to = as_bytes(v)->data[0];
        return true;
    }
    if (format->letter != 'f' && format->letter != 'd')
        return pack_integer(vm, to, format, v);
    if (!object_as_double(vm, v, &number))
        return false;
    float single = (float)number;
    memcpy(to, format->size == 4 ? (const void *)&single : (const void *)&number, format->size);
    return true;
}

static OWNED Value item_at(struct Interpreter *vm, const struct MemoryView *view, size_t i)
{
    return unpack(vm, base_data(vm, view) + (int64_t)i * view->stride, find_format((uint8_t)view->format));
}

static OWNED Value get_slice(struct Interpreter *vm, struct MemoryView *view, Value slice)
{
    int64_t start, stop, step, count;
    if (!slice_resolve(vm, slice, (int64_t)view->length, &start, &stop, &step, &count) || !check_alive(vm, view))
        return EMPTY;
    struct MemoryView shape = *view;
    shape.start = (size_t)((int64_t)view->start + start * view->stride);
    shape.length = count > 0 ? (size_t)count : 0;
    shape.stride = view->stride * step;
    return view_new(vm, view->base, &shape);
}

/* A valid position, or false with the error raised. */
static MUST_USE bool read_position(struct Interpreter *vm, const struct MemoryView *view, Value key, int64_t *index)
{
    if (!is_int(vm, key) && value_type(vm, key)->operations.index == NULL) {
        raise_type_error(vm, "memoryview: invalid slice key");
        return false;
    }
    if (!object_as_int64(vm, key, TYPE_IndexError, index) || !check_alive(vm, view))
        return false;
    if (index_in_range(index, (int64_t)view->length))
        return true;
    raise_error(vm, TYPE_IndexError, "index out of bounds on dimension 1");
    return false;
}

static OWNED Value view_get_item(struct Interpreter *vm, Value self, Value key)
{
    struct MemoryView *view = as_view(self);
    int64_t index;
    if (!check_alive(vm, view))
        return EMPTY;
    if (object_has_type(vm, key, TYPE_slice))
        return get_slice(vm, view, key);
    return read_position(vm, view, key, &index) ? item_at(vm, view, (size_t)index) : EMPTY;
}

static MUST_USE bool copy_into(struct Interpreter *vm, const struct MemoryView *to, const struct MemoryView *from)
{
    if (to->length != from->length || to->format != from->format) {
        raise_value_error(vm, "memoryview assignment: lvalue and rvalue have different structures");
        return false;
    }
    size_t size = to->item_size, total = to->length * size;
    uint8_t *copy = total == 0 ? NULL : heap_allocate(vm, MEMORY_BYTES, total); /* both may see the same memory */
    if (total == 0 || copy == NULL)
        return total == 0;
    for (size_t i = 0; i < to->length; i++)
        memcpy(copy + i * size, base_data(vm, from) + (int64_t)i * from->stride, size);
    for (size_t i = 0; i < to->length; i++)
        memcpy(base_data(vm, to) + (int64_t)i * to->stride, copy + i * size, size);
    heap_free(vm, MEMORY_BYTES, copy, total);
    return true;
}

static MUST_USE bool set_slice(struct Interpreter *vm, struct MemoryView *view, Value slice, Value v)
{
    if (!is_view(vm, v) && !is_bytes(vm, v) && !is_byte_array(vm, v)) {
        raise_type_error(vm, "a bytes-like object is required, not '%T'", v);
        return false;
    }
    Value from = view_of(vm, v);
    Value to = is_empty(from) ? EMPTY : get_slice(vm, view, slice);
    bool done = !is_empty(to) && copy_into(vm, as_view(to), as_view(from));
    release_maybe(vm, to);
    release_maybe(vm, from);
    return done;
}

static MUST_USE bool view_set_item(struct Interpreter *vm, Value self, Value key, Value v)
{
    struct MemoryView *view = as_view(self);
    int64_t index;
    uint8_t octets[8] = {0};
    if (!check_alive(vm, view))
        return false;
    if (view->read_only || is_empty(v)) {
        raise_type_error(vm, view->read_only ? "cannot modify read-only memory" : "cannot delete memory");
        return false;
    }
    if (object_has_type(vm, key, TYPE_slice))
        return set_slice(vm, view, key, v);
    const struct Format *format = find_format((uint8_t)view->format);
    if (!read_position(vm, view, key, &index) || !pack(vm, octets, format, v) || !check_alive(vm, view))
        return false;
    memcpy(base_data(vm, view) + index * view->stride, octets, format->size);
    return true;
}

static int64_t view_length(struct Interpreter *vm, Value self)
{
    return check_alive(vm, as_view(self)) ? (int64_t)as_view(self)->length : -1;
}

/* ---- Whole contents ---------------------------------------------------- */

static OWNED Value octets_of_view(struct Interpreter *vm, const struct MemoryView *view)
{
    size_t size = view->item_size;
    Value result = bytes_allocate(vm, view->length * size);
    for (size_t i = 0; !is_empty(result) && i < view->length; i++)
        memcpy(as_bytes(result)->data + i * size, base_data(vm, view) + (int64_t)i * view->stride, size);
    return result;
}

static OWNED Value view_tobytes(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_alive(vm, as_view(args[0])))
        return EMPTY;
    if (!is_absent(args[1]) && !is_none(args[1]) &&
        !(is_string(vm, args[1]) && (string_equals_cstring(args[1], "C") || string_equals_cstring(args[1], "F") ||
                                     string_equals_cstring(args[1], "A"))))
        return raise_value_error(vm, "order must be 'C', 'F' or 'A'");
    return octets_of_view(vm, as_view(args[0]));
}

static OWNED Value view_tolist(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct MemoryView *view = as_view(args[0]);
    (void)count;
    if (!check_alive(vm, view))
        return EMPTY;
    Value list = list_new(vm, view->length);
    for (size_t i = 0; !is_empty(list) && i < view->length; i++) {
        Value item = item_at(vm, view, i);
        if (is_empty(item) || !list_append(vm, list, item)) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

static OWNED Value view_hex(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_alive(vm, as_view(args[0])))
        return EMPTY;
    Value octets = octets_of_view(vm, as_view(args[0]));
    if (is_empty(octets))
        return EMPTY;
    Value text = octets_hex(vm, as_bytes(octets)->data, as_bytes(octets)->length, args[1], args[2]);
    release(vm, octets);
    return text;
}

static OWNED Value view_toreadonly(struct Interpreter *vm, const Value *args, size_t count)
{
    struct MemoryView shape = *as_view(args[0]);
    (void)count;
    shape.read_only = true;
    return check_alive(vm, as_view(args[0])) ? view_new(vm, shape.base, &shape) : EMPTY;
}

/* cast(format[, shape]) */
static OWNED Value view_cast(struct Interpreter *vm, const Value *args, size_t count)
{
    struct MemoryView shape = *as_view(args[0]);
    (void)count;
    if (!check_alive(vm, as_view(args[0])))
        return EMPTY;
    if (!is_string(vm, args[1]))
        return raise_bad_argument(vm, "cast", "argument 'format'", "str", args[1]);
    if (!is_absent(args[2]))
        return raise_not_supported(vm, "memoryview with a shape");
    const struct String *text = as_string(args[1]);
    size_t at = text->length == 2 && string_at(text, 0) == '@';
    const struct Format *format = text->length == at + 1 ? find_format(string_at(text, at)) : NULL;
    if (!is_contiguous(&shape))
        return raise_type_error(vm, "memoryview: casts are restricted to C-contiguous views");
    if (format == NULL)
        return raise_value_error(vm, "memoryview: destination format must be a native single character format "
                                     "prefixed with an optional '@'");
    bool from_octets = strchr("Bbc", shape.format) != NULL, to_octets = strchr("Bbc", format->letter) != NULL;
    if (!from_octets && !to_octets)
        return raise_type_error(vm, "memoryview: cannot cast between two non-byte formats");
    size_t total = shape.length * shape.item_size;
    if (total % format->size != 0)
        return raise_type_error(vm, "memoryview: length is not a multiple of itemsize");
    shape.format = format->letter;
    shape.item_size = format->size;
    shape.length = total / format->size;
    shape.stride = format->size;
    return view_new(vm, shape.base, &shape);
}

/* ---- Comparison, hash, repr -------------------------------------------- */

/* 1, 0 or -1. */
static MUST_USE int views_equal(struct Interpreter *vm, const struct MemoryView *a, const struct MemoryView *b)
{
    if (is_empty(a->base) || is_empty(b->base))
        return a == b;
    if (a->length != b->length)
        return 0;
    for (size_t i = 0; i < a->length; i++) {
        Value x = item_at(vm, a, i), y = is_empty(x) ? EMPTY : item_at(vm, b, i);
        int equal = is_empty(y) ? -1 : object_compare_truth(vm, x, y, COMPARE_EQ);
        release_maybe(vm, x);
        release_maybe(vm, y);
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static OWNED Value view_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !is_view(vm, self))
        return VALUE_NOT_IMPLEMENTED;
    if (!is_view(vm, other) && !is_bytes(vm, other) && !is_byte_array(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    if (is_view(vm, other) && (is_empty(as_view(other)->base) || is_empty(as_view(self)->base)))
        return value_from_bool(value_same(self, other) == (operation == COMPARE_EQ));
    Value right = view_of(vm, other);
    if (is_empty(right))
        return EMPTY;
    int equal = views_equal(vm, as_view(self), as_view(right));
    release(vm, right);
    return equal < 0 ? EMPTY : value_from_bool(equal == (operation == COMPARE_EQ));
}

static MUST_USE bool view_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    const struct MemoryView *view = as_view(self);
    if (!check_alive(vm, view))
        return false;
    if (!view->read_only) {
        raise_value_error(vm, "cannot hash writable memoryview object");
        return false;
    }
    Value octets = octets_of_view(vm, view);
    if (is_empty(octets))
        return false;
    *hash = (int64_t)bytes_hash(vm, octets);
    release(vm, octets);
    return true;
}

static OWNED Value view_repr(struct Interpreter *vm, Value self)
{
    bool released = is_empty(as_view(self)->base);
    return string_from_format(vm, "<%smemory at 0x%zx>", released ? "released " : "", (size_t)value_identity(self));
}

/* ---- Attributes -------------------------------------------------------- */

static OWNED Value one_tuple(struct Interpreter *vm, int64_t number)
{
    return tuple_pack(vm, 1, value_from_small_int(number));
}

#define DEFINE_ATTRIBUTE(name, expression)                                      \
    static OWNED Value name(struct Interpreter *vm, Value self)                 \
    {                                                                           \
        const struct MemoryView *view = as_view(self);                          \
        return check_alive(vm, view) ? (expression) : EMPTY;                    \
    }

DEFINE_ATTRIBUTE(get_obj, retain(view->base))
DEFINE_ATTRIBUTE(get_nbytes, value_from_small_int((int64_t)(view->length * view->item_size)))
DEFINE_ATTRIBUTE(get_itemsize, value_from_small_int(view->item_size))
DEFINE_ATTRIBUTE(get_format, string_from_code_point(vm, (uint8_t)view->format))
DEFINE_ATTRIBUTE(get_ndim, value_from_small_int(1))
DEFINE_ATTRIBUTE(get_shape, one_tuple(vm, (int64_t)view->length))
DEFINE_ATTRIBUTE(get_strides, one_tuple(vm, view->stride))
DEFINE_ATTRIBUTE(get_suboffsets, retain(vm->empty_tuple))
DEFINE_ATTRIBUTE(get_readonly, value_from_bool(view->read_only))
DEFINE_ATTRIBUTE(get_contiguous, value_from_bool(is_contiguous(view)))

static const struct NativeAttribute view_attributes[] = {
    {"obj", get_obj, NULL, "The underlying object of the memoryview."},
    {"nbytes", get_nbytes, NULL, "The amount of space in bytes that the array would use contiguously."},
    {"itemsize", get_itemsize, NULL, "The size in bytes of each element of the memoryview."},
    {"format", get_format, NULL, "The format (in struct module style) for each element."},
    {"ndim", get_ndim, NULL, "How many dimensions of a multi-dimensional array the memory represents."},
    {"shape", get_shape, NULL, "A tuple of ndim integers giving the shape of the memory."},
    {"strides", get_strides, NULL, "A tuple of ndim integers giving the size in bytes to each next element."},
    {"suboffsets", get_suboffsets, NULL, "Used internally for PIL-style arrays."},
    {"readonly", get_readonly, NULL, "Whether the memory is read only."},
    {"c_contiguous", get_contiguous, NULL, "Whether the memory is C contiguous."},
    {"f_contiguous", get_contiguous, NULL, "Whether the memory is Fortran contiguous."},
    {"contiguous", get_contiguous, NULL, "Whether the memory is contiguous."},
    ATTRIBUTES_END,
};

static const struct NativeMethod view_methods[] = {
    METHOD_NAMED("cast", view_cast, "format, shape=<unrepresentable>", "Cast a memoryview to a new format."),
    METHOD_NAMED("hex", view_hex, "sep=<unrepresentable>, bytes_per_sep=1", "Hexadecimal representation."),
    METHOD("release", view_release, 0, 0, "", "Release the underlying buffer exposed by the memoryview object."),
    METHOD_NAMED("tobytes", view_tobytes, "order='C'", "Return the data in the buffer as a byte string."),
    METHOD("tolist", view_tolist, 0, 0, "", "Return the data in the buffer as a list of elements."),
    METHOD("toreadonly", view_toreadonly, 0, 0, "", "Return a readonly version of the memoryview."),
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
            .length = view_length,
            .get_item = view_get_item,
            .set_item = view_set_item,
        },
    .methods = view_methods,
    .attributes = view_attributes,
};
