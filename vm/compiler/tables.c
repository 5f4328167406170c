/*
 * A unit's tables: names numbered in order of use, and constants, shared where
 * CPython shares them: equal ones of the same type, where 0.0 and -0.0 or 1
 * and True are not equal.
 *
 * Invariant: a string constant is never the interned name of the same text, so
 * that a literal's holders are the program's and its code's alone.
 */
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/compiler/unit.h"

/* ---- Names ------------------------------------------------------------- */

static uint32_t *name_place(const struct NameTable *table, const struct Identifier *name)
{
    uint32_t mask = table->index_size - 1;
    for (uint32_t i = (uint32_t)((uintptr_t)name >> 4) & mask;; i = (i + 1) & mask)
        if (table->index[i] == 0 || table->items[table->index[i] - 1] == name)
            return &table->index[i];
}

static bool grow_names(struct Compiler *compiler, struct NameTable *table)
{
    uint32_t capacity = table->capacity ? table->capacity * 2 : 8;
    const struct Identifier **items = compiler_allocate(compiler, capacity, sizeof *items);
    uint32_t *index = compiler_allocate(compiler, (size_t)capacity * 2, sizeof *index);
    if (!items || !index)
        return false;
    if (table->count > 0)
        memcpy(items, table->items, table->count * sizeof *items);
    table->items = items;
    table->capacity = capacity;
    table->index = index;
    table->index_size = capacity * 2;
    for (uint32_t i = 0; i < table->count; i++)
        *name_place(table, items[i]) = i + 1;
    return true;
}

int64_t name_find(const struct NameTable *table, const struct Identifier *name)
{
    return table->count == 0 ? -1 : (int64_t)*name_place(table, name) - 1;
}

uint32_t name_number(struct Compiler *compiler, struct NameTable *table, const struct Identifier *name)
{
    if (compiler->failed || !name)
        return 0;
    int64_t number = name_find(table, name);
    if (number >= 0)
        return (uint32_t)number;
    if (table->count == table->capacity && !grow_names(compiler, table))
        return 0;
    table->items[table->count] = name;
    *name_place(table, name) = table->count + 1;
    return table->count++;
}

const struct Identifier *identifier(struct Compiler *compiler, const char *text)
{
    const struct Identifier *name = compiler->failed ? NULL : arena_intern(compiler->arena, text, strlen(text));
    if (!name)
        fail_memory(compiler);
    return name;
}

const struct Identifier *mangle(struct Compiler *compiler, const struct Identifier *name)
{
    if (compiler->failed)
        return name;
    const struct Identifier *mangled = scope_mangle(compiler->arena, compiler->unit->inner, name);
    if (!mangled)
        fail_memory(compiler);
    return mangled;
}

/* ---- Names as Values --------------------------------------------------- */

Value identifier_literal(struct Compiler *compiler, const struct Identifier *name)
{
    if (compiler->failed)
        return EMPTY;
    Value v = string_from_utf8(compiler->vm, name->text, name->length);
    if (is_empty(v))
        compiler->failed = true;
    return v;
}

Value identifier_value(struct Compiler *compiler, const struct Identifier *name)
{
    Value v = identifier_literal(compiler, name);
    if (is_empty(v))
        return EMPTY;
    v = string_intern(compiler->vm, v);
    if (is_empty(v))
        compiler->failed = true;
    return v;
}

Value names_value(struct Compiler *compiler, const struct NameTable *table)
{
    struct Interpreter *vm = compiler->vm;
    if (compiler->failed)
        return EMPTY;
    if (table->count == 0)
        return retain(vm->empty_tuple);
    Value tuple = tuple_new_empty(vm, table->count);
    if (is_empty(tuple))
        compiler->failed = true;
    for (uint32_t i = 0; i < table->count && !compiler->failed; i++) {
        Value name = identifier_value(compiler, table->items[i]);
        if (!is_empty(name))
            slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i], name);
    }
    if (compiler->failed)
        release_maybe(vm, tuple);
    return compiler->failed ? EMPTY : tuple;
}

/* ---- Constants --------------------------------------------------------- */

static bool same_constant(struct Interpreter *vm, Value a, Value b)
{
    if (value_same(a, b))
        return true;
    if (!is_object(a) || !is_object(b) || value_object(a)->type != value_object(b)->type)
        return false;
    if (is_exact_string(vm, a))
        return string_equal(a, b);
    if (object_has_type(vm, a, TYPE_bytes))
        return as_bytes(a)->length == as_bytes(b)->length &&
               memcmp(as_bytes(a)->data, as_bytes(b)->data, as_bytes(a)->length) == 0;
    if (object_has_type(vm, a, TYPE_int))
        return int_compare(a, b) == 0;
    if (object_has_type(vm, a, TYPE_float))
        return memcmp(&((struct FloatBox *)value_object(a))->number, &((struct FloatBox *)value_object(b))->number,
                      sizeof(double)) == 0;
    if (object_has_type(vm, a, TYPE_complex))
        return memcmp(&((struct Complex *)value_object(a))->real, &((struct Complex *)value_object(b))->real,
                      2 * sizeof(double)) == 0;
    if (!is_exact_tuple(vm, a) || tuple_length(a) != tuple_length(b))
        return false;
    for (size_t i = 0; i < tuple_length(a); i++) /* as deep as the tree that was folded, whose depth was guarded */
        if (!same_constant(vm, as_tuple(a)->items[i], as_tuple(b)->items[i]))
            return false;
    return true;
}

static uint32_t constant_hash(struct Interpreter *vm, Value v)
{
    uint64_t hash = 0;
    if (!is_object(v)) {
        hash = value_identity(v);
    } else if (is_exact_string(vm, v)) {
        hash = string_hash(vm, v);
    } else if (object_has_type(vm, v, TYPE_bytes)) {
        for (size_t i = 0; i < as_bytes(v)->length; i++)
            hash = hash * 31 + as_bytes(v)->data[i];
    } else if (is_exact_tuple(vm, v)) {
        hash = tuple_length(v);
        for (size_t i = 0; i < tuple_length(v); i++)
            hash = hash * 1000003 + constant_hash(vm, as_tuple(v)->items[i]);
    }
    hash *= 0x9e3779b97f4a7c15u;
    return (uint32_t)(hash >> 32);
}

static uint32_t *constant_place(struct Interpreter *vm, const struct ConstantTable *table, Value constant)
{
    uint32_t mask = table->index_size - 1;
    for (uint32_t i = constant_hash(vm, constant) & mask;; i = (i + 1) & mask)
        if (table->index[i] == 0 || same_constant(vm, table->items[table->index[i] - 1], constant))
            return &table->index[i];
}

static bool grow_constants(struct Compiler *compiler, struct ConstantTable *table)
{
    struct Interpreter *vm = compiler->vm;
    uint32_t capacity = table->capacity ? table->capacity * 2 : 8;
    uint32_t *index = compiler_allocate(compiler, (size_t)capacity * 2, sizeof *index);
    if (!index)
        return false;
    Value *items = heap_resize(vm, MEMORY_VALUES, table->items, table->capacity * sizeof(Value),
                               capacity * sizeof(Value));
    if (!items) {
        compiler->failed = true;
        return false;
    }
    table->items = items;
    table->capacity = capacity;
    uint32_t *old = table->index;
    uint32_t old_size = table->index_size;
    table->index = index;
    table->index_size = capacity * 2;
    for (uint32_t i = 0; i < old_size; i++)
        if (old[i] != 0)
            *constant_place(vm, table, items[old[i] - 1]) = old[i];
    return true;
}

uint32_t constant_number(struct Compiler *compiler, STEALS Value constant, bool shared)
{
    struct Interpreter *vm = compiler->vm;
    struct ConstantTable *table = &compiler->unit->constants;
    if (is_empty(constant)) {
        compiler->failed = true;
        return 0;
    }
    if (compiler->failed || (table->count == table->capacity && !grow_constants(compiler, table))) {
        release(vm, constant);
        return 0;
    }
    if (shared) {
        uint32_t *place = constant_place(vm, table, constant);
        if (*place != 0) {
            release(vm, constant);
            return *place - 1;
        }
        *place = table->count + 1;
    }
    table->items[table->count] = constant;
    return table->count++;
}

void constants_close(struct Compiler *compiler, struct ConstantTable *table)
{
    for (uint32_t i = 0; i < table->count; i++)
        release(compiler->vm, table->items[i]);
    heap_free(compiler->vm, MEMORY_VALUES, table->items, table->capacity * sizeof(Value));
    *table = (struct ConstantTable){0};
}
