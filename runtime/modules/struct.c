/*
 * The struct module as Python sees it: the functions, class Struct, and the
 * iterator of iter_unpack.
 *
 * Owner: a layout in a block counts its users, so a Struct that is initialized
 * again while one of its methods runs takes nothing away from it.
 */
#include "runtime/modules/struct.h"

#include <stdarg.h>

#include "runtime/arguments.h"
#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

struct StructObject {
    struct Object header;
    Value format;                /* str; EMPTY until initialized */
    struct StructLayout *layout; /* NULL until then */
};

static struct StructObject *as_struct(Value v) { return (struct StructObject *)value_object(v); }

Value raise_struct_error(struct Interpreter *vm, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Value message = string_from_format_list(vm, format, arguments);
    va_end(arguments);
    return raise_module_error(vm, "struct", "error", message);
}

/* ---- What functions and methods share ---------------------------------- */

static OWNED Value pack(struct Interpreter *vm, const struct StructLayout *layout, const Value *values, size_t count)
{
    if (count != layout->value_count)
        return raise_struct_error(vm, "pack expected %zu items for packing (got %zu)", layout->value_count, count);
    Value result = bytes_new(vm, NULL, layout->size);
    if (!is_empty(result) && !struct_pack_values(vm, layout, values, as_bytes(result)->data)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

/* Where the struct begins in a buffer of `length` octets; false: raised. */
static MUST_USE bool find_offset(struct Interpreter *vm, int64_t *offset, size_t size, size_t length, bool packing)
{
    int64_t given = *offset;
    if (given < 0) {
        if (given + (int64_t)size > 0) {
            raise_struct_error(vm, packing ? "no space to pack %zu bytes at offset %lld"
                                           : "not enough data to unpack %zu bytes at offset %lld",
                               size, (long long)given);
            return false;
        }
        if (given + (int64_t)length < 0) {
            raise_struct_error(vm, "offset %lld out of range for %zu-byte buffer", (long long)given, length);
            return false;
        }
        *offset += (int64_t)length;
    }
    if (*offset <= (int64_t)length && length - (size_t)*offset >= size)
        return true;
    raise_struct_error(vm, packing ? "pack_into requires a buffer of at least %zu bytes for packing %zu bytes at offset "
                                     "%lld (actual buffer size is %zu)"
                                   : "unpack_from requires a buffer of at least %zu bytes for unpacking %zu bytes at "
                                     "offset %lld (actual buffer size is %zu)",
                       size + (size_t)*offset, size, (long long)*offset, length);
    return false;
}

/* args: buffer, offset, values */
static OWNED Value pack_into(struct Interpreter *vm, const struct StructLayout *layout, const Value *args, size_t count)
{
    struct HeldBuffer held;
    int64_t offset;
    if (count < 2)
        return raise_struct_error(vm, "pack_into expected %s argument", count == 0 ? "buffer" : "offset");
    if (count - 2 != layout->value_count)
        return raise_struct_error(vm, "pack_into expected %zu items for packing (got %zu)", layout->value_count,
                                  count - 2);
    if (!buffer_acquire(vm, args[0], "argument", &held))
        return EMPTY;
    bool good = object_as_int64(vm, args[1], TYPE_IndexError, &offset) &&
                find_offset(vm, &offset, layout->size, held.length, true);
    if (good) {
        memset(held.data + offset, 0, layout->size);
        good = struct_pack_values(vm, layout, args + 2, held.data + offset);
    }
    buffer_release(vm, &held);
    return good ? VALUE_NONE : EMPTY;
}

static OWNED Value unpack(struct Interpreter *vm, const struct StructLayout *layout, Value buffer)
{
    struct HeldBuffer held;
    if (!buffer_acquire(vm, buffer, NULL, &held))
        return EMPTY;
    Value result = held.length == layout->size
                       ? struct_unpack_values(vm, layout, held.data)
                       : raise_struct_error(vm, "unpack requires a buffer of %zu bytes", layout->size);
    buffer_release(vm, &held);
    return result;
}

static OWNED Value unpack_from(struct Interpreter *vm, const struct StructLayout *layout, Value buffer, Value start)
{
    struct HeldBuffer held;
    int64_t offset = 0;
    if (!buffer_acquire(vm, buffer, NULL, &held))
        return EMPTY;
    Value result = EMPTY;
    if ((is_absent(start) || read_size(vm, start, &offset)) &&
        find_offset(vm, &offset, layout->size, held.length, false))
        result = struct_unpack_values(vm, layout, held.data + offset);
    buffer_release(vm, &held);
    return result;
}

/* ---- iter_unpack ------------------------------------------------------- */

struct UnpackIterator {
    struct Object header;
    struct HeldBuffer held; /* holder EMPTY once exhausted */
    struct StructLayout *layout;
    size_t offset;
};

/* layout: a use of it is taken over. */
static OWNED Value unpack_iterator_new(struct Interpreter *vm, struct StructLayout *layout, Value buffer)
{
    struct HeldBuffer held;
    struct UnpackIterator *iterator = NULL;
    if (layout->size == 0)
        raise_struct_error(vm, "cannot iteratively unpack with a struct of length 0");
    else if (buffer_acquire(vm, buffer, NULL, &held)) {
        if (held.length % layout->size != 0)
            raise_struct_error(vm, "iterative unpacking requires a buffer of a multiple of %zu bytes", layout->size);
        else
            iterator = (struct UnpackIterator *)object_allocate(vm, builtin_type(vm, TYPE_unpack_iterator),
                                                                sizeof *iterator);
        if (iterator == NULL)
            buffer_release(vm, &held);
    }
    if (iterator == NULL) {
        struct_layout_release(vm, layout, NULL);
        return EMPTY;
    }
    iterator->layout = layout;
    iterator->held = held;
    iterator->held.holder = EMPTY;
    slot_init(vm, iterator, &iterator->held.holder, held.holder);
    return value_from_object(iterator);
}

static OWNED Value iterator_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct UnpackIterator *iterator = (struct UnpackIterator *)self;
    if ((*cursor)++ > 0 || is_empty(iterator->held.holder))
        return VALUE_END;
    if (iterator->held.exports != NULL)
        --*iterator->held.exports;
    iterator->held.exports = NULL;
    return slot_take(vm, iterator, &iterator->held.holder);
}

static OWNED Value unpack_next(struct Interpreter *vm, Value self)
{
    struct UnpackIterator *iterator = (struct UnpackIterator *)value_object(self);
    size_t cursor = 0;
    if (is_empty(iterator->held.holder))
        return VALUE_END;
    if (iterator->offset >= iterator->held.length) {
        release(vm, iterator_take(vm, &iterator->header, &cursor));
        return VALUE_END;
    }
    const uint8_t *from = iterator->held.data + iterator->offset;
    iterator->offset += iterator->layout->size;
    return struct_unpack_values(vm, iterator->layout, from);
}

static OWNED Value unpack_length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct UnpackIterator *iterator = (struct UnpackIterator *)value_object(args[0]);
    (void)vm, (void)count;
    if (is_empty(iterator->held.holder))
        return value_from_small_int(0);
    return value_from_small_int((int64_t)((iterator->held.length - iterator->offset) / iterator->layout->size));
}

static void iterator_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct UnpackIterator *)self)->held.holder, context);
}

static void iterator_destroy(struct Interpreter *vm, struct Object *self)
{
    struct UnpackIterator *iterator = (struct UnpackIterator *)self;
    struct_layout_release(vm, iterator->layout, NULL);
    iterator->layout = NULL;
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__length_hint__", unpack_length_hint, 0, 0, "", NULL),
    METHODS_END,
};

const struct TypeSpec unpack_iterator_type_spec = {
    .name = "_struct.unpack_iterator",
    .instance_size = sizeof(struct UnpackIterator),
    .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES,
    .memory = {.kind = OBJECT_CONTAINER,
               .traverse = iterator_traverse,
               .take = iterator_take,
               .destroy = iterator_destroy},
    .operations = {.iterate = iterator_self, .next = unpack_next},
    .methods = iterator_methods,
};

/* ---- class Struct ------------------------------------------------------ */

static OWNED Value struct_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                    Value names)
{
    (void)args, (void)positional, (void)names;
    struct Object *object = object_allocate(vm, type, type->instance_size);
    return object == NULL ? EMPTY : value_from_object(object);
}

static bool struct_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value bound[1];
    if (!native_bind(vm, "Struct", "format", args, positional, names, bound, 1))
        return false;
    struct StructLayout *layout = struct_layout_read(vm, bound[0], NULL);
    if (layout == NULL)
        return false;
    Value format = is_string(vm, bound[0]) ? retain(bound[0])
                                           : string_decode(vm, as_bytes(bound[0])->data, as_bytes(bound[0])->length,
                                                           "latin-1", NULL);
    if (is_empty(format)) {
        struct_layout_release(vm, layout, NULL);
        return false;
    }
    struct StructObject *object = as_struct(self);
    struct_layout_release(vm, object->layout, NULL);
    object->layout = layout;
    slot_set(vm, object, &object->format, format);
    return true;
}

/* A use of self's layout; NULL: raised. */
static MUST_USE struct StructLayout *hold_layout(struct Interpreter *vm, Value self)
{
    struct StructLayout *layout = as_struct(self)->layout;
    if (layout == NULL)
        raise_error(vm, TYPE_RuntimeError, "Struct object is not initialized");
    else
        layout->users++;
    return layout;
}

static OWNED Value struct_pack(struct Interpreter *vm, const Value *args, size_t count)
{
    struct StructLayout *layout = hold_layout(vm, args[0]);
    if (layout == NULL)
        return EMPTY;
    Value result = pack(vm, layout, args + 1, count - 1);
    struct_layout_release(vm, layout, NULL);
    return result;
}

static OWNED Value struct_pack_into(struct Interpreter *vm, const Value *args, size_t count)
{
    struct StructLayout *layout = hold_layout(vm, args[0]);
    if (layout == NULL)
        return EMPTY;
    Value result = pack_into(vm, layout, args + 1, count - 1);
    struct_layout_release(vm, layout, NULL);
    return result;
}

static OWNED Value struct_unpack(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct StructLayout *layout = hold_layout(vm, args[0]);
    if (layout == NULL)
        return EMPTY;
    Value result = unpack(vm, layout, args[1]);
    struct_layout_release(vm, layout, NULL);
    return result;
}

static OWNED Value struct_unpack_from(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct StructLayout *layout = hold_layout(vm, args[0]);
    if (layout == NULL)
        return EMPTY;
    Value result = unpack_from(vm, layout, args[1], args[2]);
    struct_layout_release(vm, layout, NULL);
    return result;
}

static OWNED Value struct_iter_unpack(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct StructLayout *layout = hold_layout(vm, args[0]);
    return layout == NULL ? EMPTY : unpack_iterator_new(vm, layout, args[1]);
}

static OWNED Value get_format(struct Interpreter *vm, Value self)
{
    Value format = as_struct(self)->format;
    return is_empty(format) ? retain(vm->empty_string) : retain(format);
}

static OWNED Value get_size(struct Interpreter *vm, Value self)
{
    const struct StructLayout *layout = as_struct(self)->layout;
    return layout == NULL ? value_from_small_int(-1) : int_new(vm, (int64_t)layout->size);
}

static OWNED Value struct_repr(struct Interpreter *vm, Value self)
{
    Value format = get_format(vm, self);
    if (is_empty(format))
        return EMPTY;
    Value result = string_from_format(vm, "%s(%R)", type_name(value_type(vm, self)), format);
    release(vm, format);
    return result;
}

static void struct_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct StructObject *)self)->format, context);
}

static OWNED Value struct_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *slot = &((struct StructObject *)self)->format;
    return (*cursor)++ > 0 || is_empty(*slot) ? VALUE_END : slot_take(vm, self, slot);
}

static void struct_destroy(struct Interpreter *vm, struct Object *self)
{
    struct StructObject *object = (struct StructObject *)self;
    struct_layout_release(vm, object->layout, NULL);
    object->layout = NULL;
}

static const struct NativeMethod struct_methods[] = {
    METHOD("pack", struct_pack, 0, NATIVE_VARIADIC, NULL, "Pack values and return the packed bytes."),
    METHOD("pack_into", struct_pack_into, 0, NATIVE_VARIADIC, NULL, "Pack values and write them into the buffer."),
    METHOD("unpack", struct_unpack, 1, 1, "buffer, /", "Return a tuple containing unpacked values."),
    METHOD_NAMED("unpack_from", struct_unpack_from, "buffer, offset=0", "Return a tuple containing unpacked values."),
    METHOD("iter_unpack", struct_iter_unpack, 1, 1, "buffer, /", "Return an iterator yielding tuples."),
    METHODS_END,
};

static const struct NativeAttribute struct_attributes[] = {
    {"format", get_format, NULL, "struct format string"},
    {"size", get_size, NULL, "struct size in bytes"},
    ATTRIBUTES_END,
};

const struct TypeSpec struct_object_type_spec = {
    .name = "_struct.Struct",
    .documentation = "Struct(fmt) --> compiled struct object",
    .instance_size = sizeof(struct StructObject),
    .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.kind = OBJECT_CONTAINER,
               .traverse = struct_traverse,
               .take = struct_take,
               .destroy = struct_destroy},
    .operations = {.construct = struct_construct, .initialize = struct_initialize, .repr = struct_repr},
    .methods = struct_methods,
    .attributes = struct_attributes,
};

/* ---- Functions --------------------------------------------------------- */

static OWNED Value module_pack(struct Interpreter *vm, const Value *args, size_t count)
{
    union StructSpace space;
    if (count == 0)
        return raise_type_error(vm, "missing format argument");
    struct StructLayout *layout = struct_layout_read(vm, args[0], &space);
    if (layout == NULL)
        return EMPTY;
    Value result = pack(vm, layout, args + 1, count - 1);
    struct_layout_release(vm, layout, &space);
    return result;
}

static OWNED Value module_pack_into(struct Interpreter *vm, const Value *args, size_t count)
{
    union StructSpace space;
    if (count == 0)
        return raise_type_error(vm, "missing format argument");
    struct StructLayout *layout = struct_layout_read(vm, args[0], &space);
    if (layout == NULL)
        return EMPTY;
    Value result = pack_into(vm, layout, args + 1, count - 1);
    struct_layout_release(vm, layout, &space);
    return result;
}

static OWNED Value module_unpack(struct Interpreter *vm, const Value *args, size_t count)
{
    union StructSpace space;
    (void)count;
    struct StructLayout *layout = struct_layout_read(vm, args[0], &space);
    if (layout == NULL)
        return EMPTY;
    Value result = unpack(vm, layout, args[1]);
    struct_layout_release(vm, layout, &space);
    return result;
}

static OWNED Value module_unpack_from(struct Interpreter *vm, const Value *args, size_t count)
{
    union StructSpace space;
    (void)count;
    struct StructLayout *layout = struct_layout_read(vm, args[0], &space);
    if (layout == NULL)
        return EMPTY;
    Value result = unpack_from(vm, layout, args[1], args[2]);
    struct_layout_release(vm, layout, &space);
    return result;
}

static OWNED Value module_iter_unpack(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct StructLayout *layout = struct_layout_read(vm, args[0], NULL);
    return layout == NULL ? EMPTY : unpack_iterator_new(vm, layout, args[1]);
}

static OWNED Value module_calcsize(struct Interpreter *vm, const Value *args, size_t count)
{
    union StructSpace space;
    (void)count;
    struct StructLayout *layout = struct_layout_read(vm, args[0], &space);
    if (layout == NULL)
        return EMPTY;
    Value result = int_new(vm, (int64_t)layout->size);
    struct_layout_release(vm, layout, &space);
    return result;
}

/* Nothing is cached here. */
static OWNED Value module_clearcache(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_NONE;
}

static const struct NativeMethod struct_functions[] = {
    FUNCTION("calcsize", module_calcsize, 1, 1, "format, /", "Return size in bytes of the struct described by format."),
    FUNCTION("pack", module_pack, 0, NATIVE_VARIADIC, NULL, "pack(format, v1, v2, ...) -> bytes"),
    FUNCTION("pack_into", module_pack_into, 0, NATIVE_VARIADIC, NULL,
             "pack_into(format, buffer, offset, v1, v2, ...)"),
    FUNCTION("unpack", module_unpack, 2, 2, "format, buffer, /", "Return a tuple containing values unpacked."),
    FUNCTION_NAMED("unpack_from", module_unpack_from, "format, /, buffer, offset=0",
                   "Return a tuple containing values unpacked according to the format string."),
    FUNCTION("iter_unpack", module_iter_unpack, 2, 2, "format, buffer, /", "Return an iterator yielding tuples."),
    FUNCTION("_clearcache", module_clearcache, 0, 0, "", "Clear the internal cache."),
    METHODS_END,
};

static bool struct_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return dict_set_cstring(vm, dict, "Struct", value_from_object(builtin_type(vm, TYPE_struct_object))) &&
           module_add_exception(vm, dict, "struct", "error", builtin_type(vm, TYPE_Exception), NULL);
}

const struct ModuleSpec struct_module_spec = {
    .name = "struct",
    .documentation = "Functions to convert between Python values and C structs.",
    .functions = struct_functions,
    .fill = struct_fill,
};
