/*
 * memoryview: a window on the memory that another object lends.
 *
 * Invariant: base is the object that owns the memory, never another view; a
 * view counts among the base's exports until it is released or dies, so the
 * items cannot move under it.  Views of several dimensions come from cast()
 * alone.
 */
#include "runtime/memoryview.h"

#include "runtime/bytes.h"
#include "runtime/number.h"
#include "runtime/string.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

bool view_check_alive(struct Interpreter *vm, const struct MemoryView *view)
{
    if (!is_empty(view->base))
        return true;
    raise_value_error(vm, "operation forbidden on released memoryview object");
    return false;
}

/* ---- Making ------------------------------------------------------------ */

static struct MemoryView *view_allocate(struct Interpreter *vm, size_t dimensions)
{
    struct MemoryView *view = (struct MemoryView *)object_allocate(
        vm, builtin_type(vm, TYPE_memoryview), sizeof *view + 2 * dimensions * sizeof view->extents[0]);
    if (view != NULL)
        view->dimensions = (uint8_t)dimensions;
    return view;
}

static void start_exporting(struct Interpreter *vm, struct MemoryView *view, Value base, size_t *exports)
{
    slot_init(vm, view, &view->base, retain(base));
    view->base_exports = exports;
    if (exports != NULL)
        ++*exports;
}

Value view_derive(struct Interpreter *vm, const struct MemoryView *from, size_t dimensions)
{
    struct MemoryView *view = view_allocate(vm, dimensions);
    if (view == NULL)
        return EMPTY;
    view->data = from->data;
    memcpy(view->format, from->format, sizeof view->format);
    view->item_size = from->item_size;
    view->read_only = from->read_only;
    if (dimensions == from->dimensions)
        memcpy(view->extents, from->extents, 2 * dimensions * sizeof view->extents[0]);
    start_exporting(vm, view, from->base, from->base_exports);
    return value_from_object(view);
}

static OWNED Value view_of_buffer(struct Interpreter *vm, Value object, const struct Buffer *buffer)
{
    struct MemoryView *view = view_allocate(vm, 1);
    if (view == NULL)
        return EMPTY;
    view->data = buffer->data;
    memcpy(view->format, buffer->format, sizeof view->format);
    view->item_size = buffer->item_size;
    view->read_only = buffer->read_only;
    view_shape(view)[0] = (int64_t)(buffer->length / buffer->item_size);
    view_strides(view)[0] = buffer->item_size;
    start_exporting(vm, view, object, buffer->exports);
    return value_from_object(view);
}

Value memoryview_of(struct Interpreter *vm, Value object)
{
    struct Buffer buffer;
    if (is_view(vm, object)) {
        const struct MemoryView *view = as_view(object);
        return view_check_alive(vm, view) ? view_derive(vm, view, view->dimensions) : EMPTY;
    }
    if (value_has_flag(vm, object, TYPE_HEAP)) {
        Value lent = buffer_from_special_method(vm, object, BUFFER_FULL_READ_ONLY);
        if (!is_absent(lent)) {
            Value view = !is_empty(lent) && buffer_peek(vm, lent, &buffer) > 0 ? view_of_buffer(vm, lent, &buffer)
                                                                              : EMPTY;
            release_maybe(vm, lent);
            return view;
        }
    }
    int lent = buffer_peek(vm, object, &buffer);
    if (lent == 0)
        return raise_type_error(vm, "memoryview: a bytes-like object is required, not '%T'", object);
    return lent < 0 ? EMPTY : view_of_buffer(vm, object, &buffer);
}

/* ---- Layout ------------------------------------------------------------ */

int64_t view_count(const struct MemoryView *view)
{
    int64_t count = 1;
    for (size_t i = 0; i < view->dimensions; i++)
        count *= view->extents[i];
    return count;
}

static bool is_contiguous_from(const struct MemoryView *view, bool fortran)
{
    int64_t expected = view->item_size;
    if (view_count(view) == 0)
        return true;
    for (size_t i = 0; i < view->dimensions; i++) {
        size_t d = fortran ? i : view->dimensions - 1 - i;
        int64_t extent = view->extents[d];
        if (extent > 1 && view->extents[view->dimensions + d] != expected)
            return false;
        expected *= extent;
    }
    return true;
}

bool view_is_contiguous(const struct MemoryView *view) { return is_contiguous_from(view, false); }
bool view_is_fortran_contiguous(const struct MemoryView *view) { return is_contiguous_from(view, true); }

Value view_octets(struct Interpreter *vm, const struct MemoryView *view, bool fortran)
{
    int64_t position[VIEW_DIMENSION_LIMIT] = {0};
    size_t size = view->item_size, dimensions = view->dimensions;
    int64_t count = view_count(view);
    Value result = bytes_allocate(vm, (size_t)count * size);
    if (is_empty(result) || count == 0)
        return result;
    uint8_t *to = as_bytes(result)->data;
    if (fortran ? view_is_fortran_contiguous(view) : view_is_contiguous(view)) {
        memcpy(to, view->data, (size_t)count * size);
        return result;
    }
    for (int64_t i = 0; i < count; i++, to += size) {
        const uint8_t *from = view->data;
        for (size_t d = 0; d < dimensions; d++)
            from += position[d] * view->extents[dimensions + d];
        memcpy(to, from, size);
        for (size_t d = 0; d < dimensions; d++) { /* count up, the fastest dimension first */
            size_t fastest = fortran ? d : dimensions - 1 - d;
            if (++position[fastest] < view->extents[fastest])
                break;
            position[fastest] = 0;
        }
    }
    return result;
}

/* ---- cast -------------------------------------------------------------- */

static MUST_USE bool read_extents(struct Interpreter *vm, Value holder, int64_t item_size, int64_t *extents,
                                  int64_t *total)
{
    size_t count = sequence_fast_length(holder, vm);
    *total = item_size;
    for (size_t i = 0; i < count; i++) {
        Value v = sequence_fast_items(holder, vm)[i];
        if (!is_int(vm, v)) {
            raise_type_error(vm, "memoryview.cast(): elements of shape must be integers");
            return false;
        }
        if (!object_as_int64(vm, v, TYPE_OverflowError, &extents[i]))
            return false;
        if (extents[i] <= 0) {
            raise_value_error(vm, "memoryview.cast(): elements of shape must be integers > 0");
            return false;
        }
        if (__builtin_mul_overflow(*total, extents[i], total)) {
            raise_value_error(vm, "memoryview.cast(): product(shape) > SSIZE_MAX");
            return false;
        }
    }
    return true;
}

/* The dimensions that shape asks for; without a shape there is one. false: raised. */
static MUST_USE bool read_shape(struct Interpreter *vm, const struct MemoryView *from, Value shape, int64_t total,
                                int64_t item_size, int64_t *extents, size_t *dimensions)
{
    int64_t wanted;
    *dimensions = 1;
    extents[0] = total / item_size;
    if (is_absent(shape))
        return true;
    *dimensions = sequence_fast_length(shape, vm);
    if (*dimensions > VIEW_DIMENSION_LIMIT) {
        raise_value_error(vm, "memoryview: number of dimensions must not exceed 64");
        return false;
    }
    if (from->dimensions != 1 && *dimensions != 1) {
        raise_type_error(vm, "memoryview: cast must be 1D -> ND or ND -> 1D");
        return false;
    }
    if (!read_extents(vm, shape, item_size, extents, &wanted))
        return false;
    if (wanted == total)
        return true;
    raise_type_error(vm, "memoryview: product(shape) * itemsize != buffer size");
    return false;
}

static const char *find_cast_error(const struct MemoryView *from, const struct ItemFormat *source,
                                   const struct ItemFormat *target)
{
    if (strchr("Bbc", source->letter) == NULL && strchr("Bbc", target->letter) == NULL)
        return "memoryview: cannot cast between two non-byte formats";
    if (view_count(from) * from->item_size % target->size != 0)
        return "memoryview: length is not a multiple of itemsize";
    return NULL;
}

/* The formats of both sides; false: raised. */
static MUST_USE bool read_formats(struct Interpreter *vm, const struct MemoryView *from, Value format, char text[4],
                                  const struct ItemFormat **target)
{
    const struct String *letters = as_string(format);
    if (!string_is_ascii(letters)) { /* the codec says what is wrong */
        release_maybe(vm, string_encode(vm, format, "ascii", "strict"));
        return false;
    }
    static const struct ItemFormat characters = {'w', 4, false};
    const struct ItemFormat *source =
        strcmp(from->format, "w") == 0 ? &characters : item_format_find(from->format);
    memset(text, 0, 4);
    for (size_t i = 0; i < letters->length && i < 3; i++)
        text[i] = (char)string_at(letters, i);
    *target = item_format_find(text);
    if (source == NULL || *target == NULL) {
        raise_value_error(vm, "memoryview: %s format must be a native single character format prefixed with an "
                              "optional '@'", source == NULL ? "source" : "destination");
        return false;
    }
    const char *error = find_cast_error(from, source, *target);
    if (error != NULL)
        raise_type_error(vm, "%s", error);
    return error == NULL;
}

Value view_cast(struct Interpreter *vm, Value self, Value format, Value shape)
{
    struct MemoryView *from = as_view(self);
    const struct ItemFormat *target;
    int64_t extents[VIEW_DIMENSION_LIMIT], total = view_count(from) * from->item_size;
    size_t dimensions;
    char text[4];
    if (!view_is_contiguous(from))
        return raise_type_error(vm, "memoryview: casts are restricted to C-contiguous views");
    if ((!is_absent(shape) || from->dimensions != 1) && total == 0)
        return raise_type_error(vm, "memoryview: cannot cast view with zeros in shape or strides");
    if (!is_absent(shape) && !is_list(vm, shape) && !is_tuple(vm, shape))
        return raise_type_error(vm, "shape must be a list or a tuple");
    if (!read_formats(vm, from, format, text, &target) ||
        !read_shape(vm, from, shape, total, target->size, extents, &dimensions) || !view_check_alive(vm, from))
        return EMPTY;
    Value result = view_derive(vm, from, dimensions);
    if (is_empty(result))
        return EMPTY;
    struct MemoryView *view = as_view(result);
    memcpy(view->format, text, sizeof text);
    view->item_size = target->size;
    int64_t stride = target->size;
    for (size_t d = dimensions; d-- > 0; stride *= extents[d]) {
        view_shape(view)[d] = extents[d];
        view_strides(view)[d] = stride;
    }
    return result;
}

/* ---- Reading items ----------------------------------------------------- */

static bool is_index(struct Interpreter *vm, Value key)
{
    return is_int(vm, key) || value_type(vm, key)->operations.index != NULL;
}

static bool all_items(struct Interpreter *vm, Value key, bool (*test)(struct Interpreter *, Value))
{
    if (!is_tuple(vm, key))
        return false;
    for (size_t i = 0; i < tuple_length(key); i++)
        if (!test(vm, as_tuple(key)->items[i]))
            return false;
    return true;
}

static bool is_slice(struct Interpreter *vm, Value key) { return object_has_type(vm, key, TYPE_slice); }

/* Adds the place of index `key` in dimension d to *offset. */
static MUST_USE bool step_to(struct Interpreter *vm, struct MemoryView *view, size_t d, Value key, int64_t *offset)
{
    int64_t index;
    if (!object_as_int64(vm, key, TYPE_IndexError, &index) || !view_check_alive(vm, view))
        return false;
    if (!index_in_range(&index, view_shape(view)[d])) {
        raise_error(vm, TYPE_IndexError, "index out of bounds on dimension %zu", d + 1);
        return false;
    }
    *offset += index * view_strides(view)[d];
    return true;
}

static Value raise_not_built(struct Interpreter *vm, const char *message)
{
    return raise_error(vm, TYPE_NotImplementedError, "%s", message);
}

/* The offset of the item that a tuple of indices names. */
static MUST_USE bool find_place(struct Interpreter *vm, struct MemoryView *view, Value key, int64_t *offset)
{
    size_t count = tuple_length(key);
    *offset = 0;
    if (count > view->dimensions) {
        raise_type_error(vm, "cannot index %u-dimension view with %zu-element tuple", view->dimensions, count);
        return false;
    }
    if (count < view->dimensions) {
        raise_not_built(vm, "sub-views are not implemented");
        return false;
    }
    for (size_t d = 0; d < count; d++)
        if (!step_to(vm, view, d, as_tuple(key)->items[d], offset))
            return false;
    return true;
}

static OWNED Value get_slice(struct Interpreter *vm, struct MemoryView *view, Value slice)
{
    int64_t start, stop, step, count;
    if (!slice_resolve(vm, slice, view_shape(view)[0], &start, &stop, &step, &count) || !view_check_alive(vm, view))
        return EMPTY;
    Value result = view_derive(vm, view, view->dimensions);
    if (is_empty(result))
        return EMPTY;
    struct MemoryView *part = as_view(result);
    part->data += start * view_strides(view)[0];
    view_shape(part)[0] = count > 0 ? count : 0;
    view_strides(part)[0] = view_strides(view)[0] * step;
    return result;
}

static OWNED Value get_scalar(struct Interpreter *vm, Value self, Value key, const struct ItemFormat *format)
{
    if (is_tuple(vm, key) && tuple_length(key) == 0)
        return item_unpack(vm, as_view(self)->data, format);
    if (value_same(key, VALUE_ELLIPSIS))
        return retain(self);
    return raise_type_error(vm, "invalid indexing of 0-dim memory");
}

Value view_get_item(struct Interpreter *vm, Value self, Value key)
{
    struct MemoryView *view = as_view(self);
    int64_t offset = 0;
    if (!view_check_alive(vm, view))
        return EMPTY;
    if (is_slice(vm, key) && view->dimensions > 0)
        return get_slice(vm, view, key);
    const struct ItemFormat *format = item_format_of(vm, view);
    if (format == NULL)
        return EMPTY;
    if (view->dimensions == 0)
        return get_scalar(vm, self, key, format);
    if (is_index(vm, key)) {
        if (view->dimensions > 1)
            return raise_not_built(vm, "multi-dimensional sub-views are not implemented");
        return step_to(vm, view, 0, key, &offset) ? item_unpack(vm, view->data + offset, format) : EMPTY;
    }
    if (all_items(vm, key, is_index))
        return find_place(vm, view, key, &offset) ? item_unpack(vm, view->data + offset, format) : EMPTY;
    if (all_items(vm, key, is_slice))
        return raise_not_built(vm, "multi-dimensional slicing is not implemented");
    return raise_type_error(vm, "memoryview: invalid slice key");
}

/* ---- Writing items ----------------------------------------------------- */

static MUST_USE bool copy_into(struct Interpreter *vm, struct MemoryView *to, struct MemoryView *from)
{
    int64_t count = view_shape(to)[0];
    size_t size = to->item_size;
    if (from->dimensions != 1 || count != view_shape(from)[0] || strcmp(to->format, from->format) != 0) {
        raise_value_error(vm, "memoryview assignment: lvalue and rvalue have different structures");
        return false;
    }
    Value copy = view_octets(vm, from, false); /* both may see the same memory */
    if (is_empty(copy))
        return false;
    for (int64_t i = 0; i < count; i++)
        memcpy(to->data + i * view_strides(to)[0], as_bytes(copy)->data + (size_t)i * size, size);
    release(vm, copy);
    return true;
}

static MUST_USE bool set_slice(struct Interpreter *vm, struct MemoryView *view, Value slice, Value v)
{
    struct Buffer buffer;
    if (!is_view(vm, v) && !value_has_flag(vm, v, TYPE_HEAP) && buffer_peek(vm, v, &buffer) == 0) {
        raise_type_error(vm, "a bytes-like object is required, not '%T'", v);
        return false;
    }
    Value from = memoryview_of(vm, v);
    Value to = is_empty(from) ? EMPTY : get_slice(vm, view, slice);
    bool done = !is_empty(to) && copy_into(vm, as_view(to), as_view(from));
    release_maybe(vm, to);
    release_maybe(vm, from);
    return done;
}

static MUST_USE bool set_at(struct Interpreter *vm, struct MemoryView *view, const struct ItemFormat *format,
                            int64_t offset, Value v)
{
    uint8_t octets[8] = {0};
    if (!item_pack(vm, octets, format, v) || !view_check_alive(vm, view))
        return false;
    memcpy(view->data + offset, octets, format->size);
    return true;
}

static MUST_USE bool set_by_key(struct Interpreter *vm, struct MemoryView *view, const struct ItemFormat *format,
                                Value key, Value v)
{
    int64_t offset = 0;
    if (is_index(vm, key) && view->dimensions > 1) {
        raise_not_built(vm, "sub-views are not implemented");
        return false;
    }
    if (is_index(vm, key))
        return step_to(vm, view, 0, key, &offset) && set_at(vm, view, format, offset, v);
    if (is_slice(vm, key) && view->dimensions == 1)
        return set_slice(vm, view, key, v);
    if (all_items(vm, key, is_index))
        return find_place(vm, view, key, &offset) && set_at(vm, view, format, offset, v);
    if (is_slice(vm, key) || all_items(vm, key, is_slice))
        raise_not_built(vm, "memoryview slice assignments are currently restricted to ndim = 1");
    else
        raise_type_error(vm, "memoryview: invalid slice key");
    return false;
}

bool view_set_item(struct Interpreter *vm, Value self, Value key, Value v)
{
    struct MemoryView *view = as_view(self);
    const struct ItemFormat *format;
    if (!view_check_alive(vm, view) || (format = item_format_of(vm, view)) == NULL)
        return false;
    if (view->read_only || is_empty(v)) {
        raise_type_error(vm, view->read_only ? "cannot modify read-only memory" : "cannot delete memory");
        return false;
    }
    if (view->dimensions > 0)
        return set_by_key(vm, view, format, key, v);
    if (value_same(key, VALUE_ELLIPSIS) || (is_tuple(vm, key) && tuple_length(key) == 0))
        return set_at(vm, view, format, 0, v);
    raise_type_error(vm, "invalid indexing of 0-dim memory");
    return false;
}
