/*
 * object.__reduce_ex__, __reduce__ and __getstate__: how copy and pickle take
 * an object apart.  Parts of the protocol that Python code shares are in the
 * library's copyreg.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static OWNED Value lookup(struct Interpreter *vm, Value v, const char *attribute)
{
    Value name = string_intern_cstring(vm, attribute);
    if (is_empty(name))
        return EMPTY;
    Value found = object_lookup_attribute(vm, v, name);
    release(vm, name);
    return found;
}

/* The same in the class, not in the instance. */
static OWNED Value lookup_special(struct Interpreter *vm, Value v, const char *attribute)
{
    Value name = string_intern_cstring(vm, attribute);
    if (is_empty(name))
        return EMPTY;
    Value found = type_lookup_special(vm, v, name);
    release(vm, name);
    return found;
}

/* ---- State ------------------------------------------------------------- */

/* The instance's __dict__, None when it has none or an empty one. */
static OWNED Value attributes_state(struct Interpreter *vm, Value self)
{
    Value dict = lookup(vm, self, "__dict__");
    if (is_empty(dict))
        return EMPTY;
    if (!is_absent(dict) && !(is_exact_dict(vm, dict) && dict_length(dict) == 0))
        return dict;
    release(vm, dict);
    return VALUE_NONE;
}

/* {name: value} of the __slots__ that are set; empty when there are none. */
static OWNED Value slots_state(struct Interpreter *vm, Value self, Value names)
{
    Value slots = dict_new(vm);
    for (size_t i = 0; !is_empty(slots) && i < as_list(names)->length; i++) {
        Value name = retain(as_list(names)->items[i]);
        Value v = is_string(vm, name) ? object_lookup_attribute(vm, self, name) : VALUE_ABSENT;
        bool good = !is_empty(v) && (is_absent(v) || dict_set(vm, slots, name, v));
        release_maybe(vm, v);
        release(vm, name);
        if (!good) {
            release(vm, slots);
            slots = EMPTY;
        }
    }
    return slots;
}

/* The names of a class's __slots__ as a list, or None. */
static OWNED Value slot_names(struct Interpreter *vm, Value class)
{
    Value function = library_attribute(vm, "copyreg", "_slotnames");
    if (is_empty(function))
        return EMPTY;
    Value names = object_call_1(vm, function, class);
    release(vm, function);
    if (is_empty(names) || is_none(names) || is_list(vm, names))
        return names;
    release(vm, names);
    return raise_type_error(vm, "copyreg._slotnames didn't return a list or None");
}

/* Whether copyreg is to be asked. */
static bool has_slots(struct Interpreter *vm, const struct Type *type)
{
    Value name = string_intern_cstring(vm, "__slotnames__");
    if (is_empty(name)) {
        error_clear(vm); /* copyreg's import will tell */
        return true;
    }
    bool listed = !is_empty(type->dict) && !is_absent(dict_peek(vm, type->dict, name));
    release(vm, name);
    if (listed)
        return true;
    for (; type != NULL; type = type->base)
        if (type->member_count != 0)
            return true;
    return false;
}

/* Objects that hold something else than attributes must bring a __reduce__ of their own. */
static bool can_be_taken_apart(struct Interpreter *vm, const struct Type *type)
{
    const struct TypeSpec *spec = type->native_spec;
    return spec == builtin_type(vm, TYPE_object)->spec || spec == builtin_type(vm, TYPE_list)->spec ||
           spec == builtin_type(vm, TYPE_dict)->spec || spec == builtin_type(vm, TYPE_NoneType)->spec;
}

static Value default_state(struct Interpreter *vm, Value self, bool required)
{
    struct Type *type = value_type(vm, self);
    if (required && type->flags & TYPE_VARIABLE_SIZE)
        return raise_type_error(vm, "cannot pickle %s objects", type_message_name(type));
    if (required && !can_be_taken_apart(vm, type))
        return raise_type_error(vm, "cannot pickle '%s' object", type_message_name(type));
    Value state = attributes_state(vm, self);
    if (is_empty(state) || !has_slots(vm, type))
        return state;
    Value names = slot_names(vm, type_value(type));
    if (is_empty(names) || is_none(names)) {
        if (is_none(names))
            return state;
        release(vm, state);
        return EMPTY;
    }
    Value slots = slots_state(vm, self, names), both = EMPTY;
    release(vm, names);
    if (!is_empty(slots))
        both = dict_length(slots) == 0 ? retain(state) : tuple_pack(vm, 2, state, slots);
    release_maybe(vm, slots);
    release(vm, state);
    return both;
}

Value object_getstate_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return default_state(vm, args[0], false);
}

/* Whether a bound method is object's own of this name. */
static int is_inherited(struct Interpreter *vm, Value self, enum NameIndex name)
{
    Value found = type_lookup(vm, value_type(vm, self), vm->names[name]);
    Value original = type_lookup(vm, builtin_type(vm, TYPE_object), vm->names[name]);
    if (is_empty(found) || is_empty(original))
        return -1;
    return value_same(found, original);
}

static Value state_of(struct Interpreter *vm, Value self, bool required)
{
    int plain = is_inherited(vm, self, NAME___getstate__);
    if (plain != 0)
        return plain < 0 ? EMPTY : default_state(vm, self, required);
    return object_call_method(vm, NAME(vm, __getstate__), &self, 1);
}

/* ---- Protocol 2 and later ---------------------------------------------- */

struct NewArguments {
    Value positional, keywords; /* EMPTY: the class does not say */
};

static bool check_extended(struct Interpreter *vm, Value given)
{
    if (!is_tuple(vm, given))
        raise_type_error(vm, "__getnewargs_ex__ should return a tuple, not '%T'", given);
    else if (tuple_length(given) != 2)
        raise_value_error(vm, "__getnewargs_ex__ should return a tuple of length 2, not %zu", tuple_length(given));
    else if (!is_tuple(vm, as_tuple(given)->items[0]))
        raise_type_error(vm, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%T'",
                         as_tuple(given)->items[0]);
    else if (!is_dict(vm, as_tuple(given)->items[1]))
        raise_type_error(vm, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%T'",
                         as_tuple(given)->items[1]);
    else
        return true;
    return false;
}

static bool read_extended(struct Interpreter *vm, STEALS Value function, struct NewArguments *arguments)
{
    Value given = object_call_0(vm, function);
    release(vm, function);
    if (is_empty(given))
        return false;
    bool good = check_extended(vm, given);
    if (good) {
        arguments->positional = retain(as_tuple(given)->items[0]);
        arguments->keywords = retain(as_tuple(given)->items[1]);
    }
    release(vm, given);
    return good;
}

static bool read_new_arguments(struct Interpreter *vm, Value self, struct NewArguments *arguments)
{
    Value function = lookup_special(vm, self, "__getnewargs_ex__");
    if (is_empty(function))
        return false;
    if (!is_absent(function))
        return read_extended(vm, function, arguments);
    function = lookup_special(vm, self, "__getnewargs__");
    if (is_empty(function) || is_absent(function))
        return is_absent(function);
    Value given = object_call_0(vm, function);
    release(vm, function);
    if (is_empty(given))
        return false;
    if (is_tuple(vm, given)) {
        arguments->positional = given;
        return true;
    }
    raise_type_error(vm, "__getnewargs__ should return a tuple, not '%T'", given);
    release(vm, given);
    return false;
}

/* (cls, *positional), or (cls, positional, keywords). */
static OWNED Value constructor_arguments(struct Interpreter *vm, Value class, const struct NewArguments *arguments,
                                         bool with_keywords)
{
    if (with_keywords)
        return tuple_pack(vm, 3, class, arguments->positional, arguments->keywords);
    size_t count = is_empty(arguments->positional) ? 0 : tuple_length(arguments->positional);
    Value result = tuple_new_empty(vm, count + 1);
    if (is_empty(result))
        return EMPTY;
    slot_init(vm, as_tuple(result), &as_tuple(result)->items[0], retain(class));
    if (count != 0)
        slots_init_retained(vm, as_tuple(result), as_tuple(result)->items + 1, as_tuple(arguments->positional)->items,
                            count);
    return result;
}

static OWNED Value iterate_items(struct Interpreter *vm, Value self, bool pairs)
{
    if (!pairs)
        return object_iterate(vm, self);
    Value name = string_intern_cstring(vm, "items");
    Value items = is_empty(name) ? EMPTY : object_call_method(vm, name, &self, 1);
    Value iterator = is_empty(items) ? EMPTY : object_iterate(vm, items);
    release_maybe(vm, name);
    release_maybe(vm, items);
    return iterator;
}

static Value reduce_new(struct Interpreter *vm, Value self, const struct NewArguments *arguments)
{
    struct Type *type = value_type(vm, self);
    bool listed = is_list(vm, self), mapped = is_dict(vm, self);
    bool with_keywords = !is_empty(arguments->keywords) && dict_length(arguments->keywords) != 0;
    bool required = is_empty(arguments->positional) && !listed && !mapped;
    Value parts[5] = {EMPTY, EMPTY, EMPTY, EMPTY, EMPTY}, result = EMPTY;
    parts[0] = library_attribute(vm, "copyreg", with_keywords ? "__newobj_ex__" : "__newobj__");
    if (!is_empty(parts[0]))
        parts[1] = constructor_arguments(vm, type_value(type), arguments, with_keywords);
    if (!is_empty(parts[1]))
        parts[2] = state_of(vm, self, required);
    if (!is_empty(parts[2]))
        parts[3] = listed ? iterate_items(vm, self, false) : VALUE_NONE;
    if (!is_empty(parts[3]))
        parts[4] = mapped ? iterate_items(vm, self, true) : VALUE_NONE;
    if (!is_empty(parts[4]))
        result = tuple_new(vm, parts, 5);
    for (size_t i = 0; i < 5; i++)
        release_maybe(vm, parts[i]);
    return result;
}

static Value reduce_by_protocol(struct Interpreter *vm, Value self, int64_t protocol)
{
    if (protocol < 2) {
        Value function = library_attribute(vm, "copyreg", "_reduce_ex");
        if (is_empty(function))
            return EMPTY;
        Value result = object_call_2(vm, function, self, value_from_small_int(protocol));
        release(vm, function);
        return result;
    }
    struct Type *type = value_type(vm, self);
    if (type->operations.construct == NULL || type->flags & TYPE_NO_INSTANCES)
        return raise_type_error(vm, "cannot pickle '%s' object", type_message_name(type));
    struct NewArguments arguments = {EMPTY, EMPTY};
    Value result = read_new_arguments(vm, self, &arguments) ? reduce_new(vm, self, &arguments) : EMPTY;
    release_maybe(vm, arguments.positional);
    release_maybe(vm, arguments.keywords);
    return result;
}

Value object_reduce_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return reduce_by_protocol(vm, args[0], 0);
}

/* Asks __reduce__ where a class has one of its own. */
Value object_reduce_ex_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t protocol;
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &protocol))
        return EMPTY;
    Value reduce = object_lookup_attribute(vm, args[0], NAME(vm, __reduce__));
    if (is_empty(reduce))
        return EMPTY;
    int plain = is_absent(reduce) ? 1 : is_inherited(vm, args[0], NAME___reduce__);
    Value result = plain == 0 ? object_call_0(vm, reduce) : EMPTY;
    release(vm, reduce);
    return plain > 0 ? reduce_by_protocol(vm, args[0], protocol) : result;
}
