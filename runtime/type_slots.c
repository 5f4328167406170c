/*
 * The layout of instances: __slots__, __dict__, __weakref__, and how many
 * attributes get a place inside the instance.
 *
 * Invariant: fixed_size is the C struct of the built-in base and all
 * __slots__ members, base classes' first, so a member keeps its offset in
 * every subclass; attributes come last and may move.  In variable-size
 * objects both lie behind the items, at the end of the cell.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"
#include "runtime/type_internal.h"

enum { INLINE_SLOTS_DEFAULT = 3, INLINE_SLOTS_LIMIT = 31 };

/* What a class says about its instances. */
struct Layout {
    bool dict, weak;           /* to be added */
    bool may_dict, may_weak;   /* the base has none yet */
};

/* ---- Names ------------------------------------------------------------- */

/* __x in class _A becomes _A__x. */
static Value mangle(struct Interpreter *vm, Value class_name, Value name)
{
    const struct String *text = as_string(name);
    size_t length = text->length;
    bool private = length > 2 && string_at(text, 0) == '_' && string_at(text, 1) == '_' &&
                   !(string_at(text, length - 1) == '_' && string_at(text, length - 2) == '_');
    size_t skip = 0;
    while (skip < string_length(class_name) && string_at(as_string(class_name), skip) == '_')
        skip++;
    if (!private || skip == string_length(class_name))
        return string_intern(vm, retain(name));
    Value bare = string_substring(vm, class_name, skip, string_length(class_name));
    if (is_empty(bare))
        return EMPTY;
    Value mangled = string_from_format(vm, "_%V%V", bare, name);
    release(vm, bare);
    return is_empty(mangled) ? EMPTY : string_intern(vm, mangled);
}

static bool check_conflict(struct Interpreter *vm, Value namespace, Value name)
{
    int there = dict_contains(vm, namespace, name);
    if (there > 0 && !string_equals_cstring(name, "__qualname__") && !string_equals_cstring(name, "__classcell__") &&
        !string_equals_cstring(name, "__classdictcell__"))
        raise_value_error(vm, "%R in __slots__ conflicts with class variable", name);
    else if (there >= 0)
        return true;
    return false;
}

static bool refuse_special(struct Interpreter *vm, const char *name)
{
    raise_type_error(vm, "%s slot disallowed: we already got one", name);
    return false;
}

/* One item of __slots__: a member to be added to the list, or one of the two special ones. */
static bool add_slot(struct Interpreter *vm, struct Type *type, struct Layout *layout, Value namespace, Value item,
                     Value members)
{
    if (!is_string(vm, item)) {
        raise_type_error(vm, "__slots__ items must be strings, not '%.200T'", item);
        return false;
    }
    if (!string_is_identifier(item)) {
        raise_type_error(vm, "__slots__ must be identifiers");
        return false;
    }
    if (string_equal(item, NAME(vm, __dict__))) {
        if (!layout->may_dict || layout->dict)
            return refuse_special(vm, "__dict__");
        return layout->dict = true;
    }
    if (string_equal(item, NAME(vm, __weakref__))) {
        if (!layout->may_weak || layout->weak)
            return refuse_special(vm, "__weakref__");
        return layout->weak = true;
    }
    Value name = mangle(vm, type->name, item);
    if (is_empty(name))
        return false;
    if (!check_conflict(vm, namespace, name)) {
        release(vm, name);
        return false;
    }
    return list_append(vm, members, name);
}

/* The items of __slots__: a string stands for itself. */
static Value slot_items(struct Interpreter *vm, Value slots)
{
    return is_string(vm, slots) ? tuple_new(vm, &slots, 1) : tuple_from_iterable(vm, slots);
}

static bool read_slots(struct Interpreter *vm, struct Type *type, struct Layout *layout, Value namespace, Value slots)
{
    Value items = slot_items(vm, slots);
    if (is_empty(items))
        return false;
    bool variable = type->base->flags & TYPE_VARIABLE_SIZE && !(type->base->flags & TYPE_SUBCLASS_STR);
    if (variable || type->base->flags & TYPE_SUBCLASS_INT)
        if (tuple_length(items) > 0) {
            raise_type_error(vm, "nonempty __slots__ not supported for subtype of '%N'", type->base);
            release(vm, items);
            return false;
        }
    Value members = list_new(vm, tuple_length(items));
    bool good = !is_empty(members);
    for (size_t i = 0; good && i < tuple_length(items); i++)
        good = add_slot(vm, type, layout, namespace, as_tuple(items)->items[i], members);
    good = good && list_sort(vm, members, EMPTY, false);
    Value names = good && as_list(members)->length != 0 ? list_to_tuple(vm, members) : EMPTY;
    if (good && as_list(members)->length != 0) {
        good = !is_empty(names);
        if (good)
            slot_init(vm, type, &type->slot_names, names);
    }
    release_maybe(vm, members);
    release(vm, items);
    return good;
}

/* ---- Sizes ------------------------------------------------------------- */

/* Room for what methods store on self, as the compiler recorded it. */
static uint32_t inline_slot_count(struct Interpreter *vm, const struct Type *type, Value namespace)
{
    if (type->flags & TYPE_VARIABLE_SIZE)
        return 0;
    uint32_t count = type->base->flags & TYPE_HEAP ? type->base->inline_slots : 0;
    Value recorded = dict_peek(vm, namespace, NAME(vm, __static_attributes__));
    if (!is_absent(recorded) && is_tuple(vm, recorded))
        count += (uint32_t)(tuple_length(recorded) < INLINE_SLOTS_LIMIT ? tuple_length(recorded) : INLINE_SLOTS_LIMIT);
    if (count == 0 && !(type->base->flags & TYPE_SUBCLASS_EXCEPTION))
        count = INLINE_SLOTS_DEFAULT;
    uint32_t size = type->fixed_size + (uint32_t)sizeof(struct Attributes) + count * (uint32_t)sizeof(Value);
    if (size % SIZE_CLASS_STEP != 0) /* the cell has the room anyway */
        count++;
    return count < INLINE_SLOTS_LIMIT ? count : INLINE_SLOTS_LIMIT;
}

static void set_sizes(struct Interpreter *vm, struct Type *type, Value namespace)
{
    const struct Type *base = type->base;
    type->member_count = is_empty(type->slot_names) ? 0 : (uint32_t)tuple_length(type->slot_names);
    uint32_t members = type->member_count * (uint32_t)sizeof(Value);
    bool attributes = (type->flags & TYPE_HAS_ATTRIBUTES) != 0;
    if (type->flags & TYPE_VARIABLE_SIZE) {
        uint32_t of_base = base->extra_size;
        if (of_base != 0 && base->flags & TYPE_HAS_ATTRIBUTES)
            of_base -= (uint32_t)sizeof(struct Attributes);
        type->fixed_size = base->fixed_size;
        type->instance_size = base->instance_size;
        type->member_start = of_base;
        type->extra_size = of_base + members + (attributes ? (uint32_t)sizeof(struct Attributes) : 0);
        return;
    }
    type->member_start = base->fixed_size;
    type->fixed_size = base->fixed_size + members;
    type->instance_size = type->fixed_size;
    if (attributes) {
        type->inline_slots = (uint16_t)inline_slot_count(vm, type, namespace);
        type->attributes_offset = type->fixed_size;
        type->instance_size += (uint32_t)sizeof(struct Attributes) + type->inline_slots * (uint32_t)sizeof(Value);
    }
}

/* With __slots__ given, other bases may still bring a dict or weak references. */
static void ask_other_bases(const struct Type *type, struct Layout *layout)
{
    for (size_t i = 0; i < tuple_length(type->bases); i++) {
        const struct Type *base = as_type(as_tuple(type->bases)->items[i]);
        if (base == type->base)
            continue;
        if (layout->may_dict && base->flags & TYPE_HAS_ATTRIBUTES)
            layout->dict = true;
        if (layout->may_weak && base->flags & TYPE_WEAKLY_REFERENCEABLE)
            layout->weak = true;
    }
}

static bool add_members(struct Interpreter *vm, struct Type *type)
{
    for (uint32_t i = 0; i < type->member_count; i++) {
        Value name = as_tuple(type->slot_names)->items[i];
        Value member = member_descriptor_new(vm, type, name, type->member_start + i * (uint32_t)sizeof(Value));
        bool good = !is_empty(member) && dict_set(vm, type->dict, name, member);
        release_maybe(vm, member);
        if (!good)
            return false;
    }
    return true;
}

bool type_lay_out(struct Interpreter *vm, struct Type *type, Value namespace)
{
    const struct Type *base = type->base;
    bool items = (base->flags & TYPE_VARIABLE_SIZE && !(base->flags & TYPE_SUBCLASS_STR)) ||
                 base->flags & TYPE_SUBCLASS_INT;
    struct Layout layout = {
        .may_dict = !(base->flags & (TYPE_HAS_ATTRIBUTES | TYPE_OWN_DICT)),
        .may_weak = !(base->flags & TYPE_WEAKLY_REFERENCEABLE) && !items,
    };
    Value slots = dict_peek(vm, namespace, NAME(vm, __slots__));
    if (is_absent(slots)) {
        layout.dict = layout.may_dict;
        layout.weak = layout.may_weak;
    } else {
        retain(slots);
        bool good = read_slots(vm, type, &layout, namespace, slots);
        release(vm, slots);
        if (!good)
            return false;
        ask_other_bases(type, &layout);
    }
    type->flags |= (layout.dict ? TYPE_HAS_ATTRIBUTES : 0) | (layout.weak ? TYPE_WEAKLY_REFERENCEABLE : 0);
    set_sizes(vm, type, namespace);
    if (!add_members(vm, type))
        return false;
    if (layout.dict && is_absent(dict_peek(vm, type->dict, NAME(vm, __dict__)))) {
        Value descriptor = getset_new(vm, type, &instance_dict_attribute);
        bool good = !is_empty(descriptor) && dict_set(vm, type->dict, NAME(vm, __dict__), descriptor);
        release_maybe(vm, descriptor);
        if (!good)
            return false;
    }
    if (layout.weak && is_absent(dict_peek(vm, type->dict, NAME(vm, __weakref__)))) {
        Value descriptor = getset_new(vm, type, &instance_weakref_attribute);
        bool good = !is_empty(descriptor) && dict_set(vm, type->dict, NAME(vm, __weakref__), descriptor);
        release_maybe(vm, descriptor);
        return good;
    }
    return true;
}
