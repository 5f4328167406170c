/*
 * Types: lookup through the MRO with a cache, versions, names and the links
 * from bases to subclasses.
 *
 * Invariant: a type with a version has bases with versions, so forgetting the
 * versions below a type may stop where one is forgotten already.  The cache
 * keeps the names it knows alive, the Values it borrows: they live as long as
 * the version stands.
 */
#include "runtime/type.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

/* ---- Versions ---------------------------------------------------------- */

uint32_t type_version(struct Interpreter *vm, struct Type *type)
{
    if (LIKELY(type->version != 0))
        return type->version;
    if (is_empty(type->mro) || vm->next_type_version > UINT32_MAX - 1000000)
        return 0;
    for (size_t i = tuple_length(type->mro); i-- > 0;) {
        Value base = as_tuple(type->mro)->items[i];
        if (is_type(base) && as_type(base)->version == 0)
            as_type(base)->version = ++vm->next_type_version;
    }
    if (type->version == 0) /* a metaclass's mro() left the class itself out */
        type->version = ++vm->next_type_version;
    return type->version;
}

void type_modified(struct Interpreter *vm, struct Type *type)
{
    if (type->version == 0)
        return;
    type->version = 0;
    for (uint32_t i = 0; i < type->subclass_count; i++)
        type_modified(vm, type->subclasses[i]);
}

/* ---- Lookup ------------------------------------------------------------ */

static struct MethodCacheEntry *cache_entry(struct Interpreter *vm, uint32_t version, Value name)
{
    if (UNLIKELY(vm->method_cache == NULL)) {
        /* Without memory for a cache lookups are merely slow. */
        vm->method_cache = memory_allocate_zeroed(&vm->heap.memory, MEMORY_VALUES,
                                                  METHOD_CACHE_SIZE * sizeof(struct MethodCacheEntry));
        if (vm->method_cache == NULL)
            return NULL;
    }
    return &vm->method_cache[method_cache_index(version, name)];
}

void type_cache_traverse(struct Interpreter *vm, VisitFunction visit, void *context)
{
    for (size_t i = 0; vm->method_cache != NULL && i < METHOD_CACHE_SIZE; i++)
        if (!is_empty(vm->method_cache[i].name))
            visit(vm->method_cache[i].name, context);
}

void type_cache_close(struct Interpreter *vm)
{
    if (vm->method_cache == NULL)
        return;
    for (size_t i = 0; i < METHOD_CACHE_SIZE; i++)
        release_maybe(vm, vm->method_cache[i].name);
    memory_free(&vm->heap.memory, MEMORY_VALUES, vm->method_cache,
                METHOD_CACHE_SIZE * sizeof(struct MethodCacheEntry));
    vm->method_cache = NULL;
}

/* Built-in bases fill their dicts here, when first looked at. */
static Value search_mro(struct Interpreter *vm, struct Type *type, Value name)
{
    if (is_empty(type->mro))
        return VALUE_ABSENT;
    for (size_t i = 0; i < tuple_length(type->mro); i++) {
        Value base = as_tuple(type->mro)->items[i];
        if (!is_type(base) || is_empty(as_type(base)->dict))
            continue;
        Value found = dict_peek(vm, as_type(base)->dict, name);
        if (!is_absent(found))
            return found;
    }
    return VALUE_ABSENT;
}

Value type_lookup_uncached(struct Interpreter *vm, struct Type *type, Value name)
{
    if (!(type->flags & TYPE_READY) && !type_ready(vm, type))
        return EMPTY;
    Value found = search_mro(vm, type, name);
    if (!(value_object(name)->flags & STRING_INTERNED))
        return found;
    uint32_t version = type_version(vm, type);
    struct MethodCacheEntry *entry = version == 0 ? NULL : cache_entry(vm, version, name);
    if (entry != NULL) {
        Value before = entry->name;
        *entry = (struct MethodCacheEntry){.version = version, .name = retain(name), .found = found};
        release_maybe(vm, before);
    }
    return found;
}

Value type_lookup_special(struct Interpreter *vm, Value self, Value name)
{
    struct Type *type = value_type(vm, self);
    Value found = type_lookup(vm, type, name);
    if (is_empty(found) || is_absent(found))
        return found;
    retain(found);
    struct Type *found_type = value_type(vm, found);
    if (found_type->operations.descriptor_get == NULL)
        return found;
    Value bound = found_type->operations.descriptor_get(vm, found, self, type_value(type));
    release(vm, found);
    return bound;
}

bool type_ready(struct Interpreter *vm, struct Type *type)
{
    return type->flags & TYPE_READY ? true : type_fill(vm, type);
}

struct Dict *type_dict(struct Interpreter *vm, struct Type *type)
{
    return type_ready(vm, type) ? as_dict(type->dict) : NULL;
}

bool type_is_subtype(struct Interpreter *vm, const struct Type *type, const struct Type *base)
{
    if (type == base)
        return true;
    if (LIKELY(!is_empty(type->mro))) {
        const struct Tuple *mro = as_tuple(type->mro);
        for (size_t i = 0; i < mro->length; i++)
            if (value_same(mro->items[i], type_value(base)))
                return true;
        return false;
    }
    /* Not filled yet, hence built-in: a chain of single bases, but for the one with two. */
    if (type == builtin_type(vm, TYPE_ExceptionGroup) && base == builtin_type(vm, TYPE_Exception))
        return true;
    for (type = type->base; type != NULL; type = type->base)
        if (type == base)
            return true;
    return false;
}

/* ---- Subclasses -------------------------------------------------------- */

bool type_add_subclass(struct Interpreter *vm, struct Type *base, struct Type *subclass)
{
    if (base->subclass_count == base->subclass_capacity) {
        uint32_t capacity = base->subclass_capacity == 0 ? 4 : base->subclass_capacity * 2;
        struct Type **grown = heap_resize(vm, MEMORY_WEAK, base->subclasses,
                                          base->subclass_capacity * sizeof(struct Type *),
                                          capacity * sizeof(struct Type *));
        if (grown == NULL)
            return false;
        base->subclasses = grown;
        base->subclass_capacity = capacity;
    }
    base->subclasses[base->subclass_count++] = subclass;
    return true;
}

void type_remove_subclass(struct Interpreter *vm, struct Type *base, const struct Type *subclass)
{
    (void)vm;
    for (uint32_t i = 0; i < base->subclass_count; i++)
        if (base->subclasses[i] == subclass) {
            memmove(&base->subclasses[i], &base->subclasses[i + 1],
                    (base->subclass_count - i - 1) * sizeof(struct Type *));
            base->subclass_count--;
            return;
        }
}

/* ---- Names ------------------------------------------------------------- */

const char *type_name(const struct Type *type)
{
    if (type->utf8_name != NULL)
        return type->utf8_name;
    const char *dot = strrchr(type->native_spec->name, '.');
    return dot == NULL ? type->native_spec->name : dot + 1;
}

const char *type_message_name(const struct Type *type)
{
    return type->flags & TYPE_HEAP ? type_name(type) : type->spec->name;
}

const char *value_type_name(struct Interpreter *vm, Value v) { return type_message_name(value_type(vm, v)); }

bool type_set_name(struct Interpreter *vm, struct Type *type, Value name)
{
    struct Utf8View view;
    if (!utf8_view(vm, name, &view)) {
        release(vm, name);
        return false;
    }
    char *copy = heap_allocate(vm, MEMORY_BYTES, view.length + 1);
    if (copy == NULL) {
        utf8_release(vm, &view);
        release(vm, name);
        return false;
    }
    memcpy(copy, view.text, view.length + 1);
    if (type->utf8_size != 0)
        heap_free(vm, MEMORY_BYTES, type->utf8_name, type->utf8_size);
    type->utf8_name = copy;
    type->utf8_size = view.length + 1;
    utf8_release(vm, &view);
    slot_set(vm, type, &type->name, name);
    return true;
}

Value type_name_value(struct Interpreter *vm, struct Type *type)
{
    if (is_empty(type->name)) {
        Value name = string_intern_cstring(vm, type_name(type));
        if (is_empty(name))
            return EMPTY;
        slot_init(vm, type, &type->name, name);
    }
    return retain(type->name);
}

Value type_qualified_name(struct Interpreter *vm, struct Type *type)
{
    return is_empty(type->qualified_name) ? type_name_value(vm, type) : retain(type->qualified_name);
}

Value type_module(struct Interpreter *vm, struct Type *type)
{
    if (type->flags & TYPE_HEAP) {
        Value module = is_empty(type->dict) ? VALUE_ABSENT : dict_peek(vm, type->dict, NAME(vm, __module__));
        return is_absent(module) ? VALUE_NONE : retain(module);
    }
    const char *dot = strrchr(type->native_spec->name, '.');
    if (dot == NULL)
        return retain(NAME(vm, builtins));
    Value module = string_from_utf8(vm, type->native_spec->name, (size_t)(dot - type->native_spec->name));
    return is_empty(module) ? module : string_intern(vm, module);
}

Value type_full_name(struct Interpreter *vm, struct Type *type)
{
    Value name = type_qualified_name(vm, type);
    if (is_empty(name))
        return EMPTY;
    Value module = type_module(vm, type);
    if (is_empty(module)) {
        release(vm, name);
        return EMPTY;
    }
    Value full = name;
    if (is_string(vm, module) && !string_equals_cstring(module, "builtins")) {
        full = string_from_format(vm, "%V.%V", module, name);
        release(vm, name);
    }
    release(vm, module);
    return full;
}

Value type_shown_name(struct Interpreter *vm, struct Type *type)
{
    if (!(type->flags & TYPE_HEAP))
        return string_from_cstring(vm, type->spec->name);
    Value module = type_lookup(vm, type, NAME(vm, __module__));
    if (is_empty(module))
        return EMPTY;
    if (is_absent(module) || !is_string(vm, module) || string_equals_cstring(module, "builtins") ||
        string_equals_cstring(module, "__main__"))
        return retain(type->qualified_name);
    return string_from_format(vm, "%V.%V", module, type->qualified_name);
}
