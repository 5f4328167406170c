/*
 * The module _abc: what abc.ABCMeta does when classes are made, registered
 * and asked for their subclasses.
 *
 * Each abstract base class has an _abc_data with three sets of weak
 * references to classes: the registered ones, and those known to be or not to
 * be subclasses.  vm->abc_registrations counts all registrations; negative
 * answers hold as long as it stands.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/iterators.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/set_internal.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"
#include "runtime/weakref.h"

struct AbstractData {
    struct Object header;
    Value registry, cache, negative_cache; /* sets, EMPTY while they would be empty */
    uint64_t negative_version;
};
enum { ABSTRACT_SETS = 3 };

/* ---- Sets of weak references ------------------------------------------- */

/* Callback of a reference in a set: self is a weak reference to the set. */
static Value forget_reference(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value set = weakref_target(args[0]);
    int64_t hash;
    bool done = true;
    if (!is_none(set))
        done = object_hash(vm, args[1], &hash) && set_discard_hashed(vm, as_set(set), args[1], hash) >= 0;
    release(vm, set);
    return done ? VALUE_NONE : EMPTY;
}

static const struct NativeMethod forget_method = METHOD("_destroy", forget_reference, 1, 1, NULL, NULL);

static OWNED Value new_reference(struct Interpreter *vm, Value set, Value class)
{
    Value to_set = weakref_new(vm, set, EMPTY), reference = EMPTY;
    Value callback = is_empty(to_set) ? EMPTY : native_function_new(vm, &forget_method, to_set, EMPTY);
    if (!is_empty(callback))
        reference = weakref_new(vm, class, callback);
    release_maybe(vm, to_set);
    release_maybe(vm, callback);
    return reference;
}

static bool remember(struct Interpreter *vm, struct AbstractData *data, Value *slot, Value class)
{
    if (is_empty(*slot)) {
        Value set = set_new(vm, TYPE_set);
        if (is_empty(set))
            return false;
        slot_init(vm, data, slot, set);
    }
    Value set = retain(*slot), reference = new_reference(vm, set, class);
    bool done = !is_empty(reference) && set_add(vm, set, reference);
    release_maybe(vm, reference);
    release(vm, set);
    return done;
}

/* 1, 0, -1.  What cannot be referenced weakly is in no set. */
static int remembers(struct Interpreter *vm, Value set, Value class)
{
    if (is_empty(set) || set_length(set) == 0)
        return 0;
    Value reference = weakref_new(vm, class, EMPTY);
    if (is_empty(reference)) {
        if (!error_matches(vm, TYPE_TypeError))
            return -1;
        error_clear(vm);
        return 0;
    }
    retain(set);
    int found = set_contains(vm, set, reference);
    release(vm, set);
    release(vm, reference);
    return found;
}

/* ---- Making classes ---------------------------------------------------- */

static OWNED struct AbstractData *data_of(struct Interpreter *vm, Value class)
{
    Value data = object_get_attribute(vm, class, NAME(vm, _abc_impl));
    if (is_empty(data))
        return NULL;
    if (object_has_type(vm, data, TYPE_abc_data))
        return (struct AbstractData *)value_object(data);
    release(vm, data);
    raise_type_error(vm, "_abc_impl is set to a wrong type");
    return NULL;
}

static int is_abstract(struct Interpreter *vm, Value v)
{
    Value mark = object_lookup_attribute(vm, v, NAME(vm, __isabstractmethod__));
    if (is_empty(mark) || is_absent(mark))
        return is_empty(mark) ? -1 : 0;
    int abstract = object_truth(vm, mark);
    release(vm, mark);
    return abstract;
}

static bool add_own(struct Interpreter *vm, Value class, Value names)
{
    Value items = dict_items_list(vm, as_type(class)->dict);
    bool good = !is_empty(items);
    for (size_t i = 0; good && i < as_list(items)->length; i++) {
        const Value *pair = as_tuple(as_list(items)->items[i])->items;
        int abstract = is_abstract(vm, pair[1]);
        good = abstract == 0 || (abstract > 0 && set_add(vm, names, pair[0]));
    }
    release_maybe(vm, items);
    return good;
}

/* A name that is abstract in a base is so here when what the class finds under it is. */
static bool add_inherited_name(struct Interpreter *vm, Value class, Value name, Value names)
{
    Value v = object_lookup_attribute(vm, class, name);
    if (is_empty(v) || is_absent(v))
        return !is_empty(v);
    int abstract = is_abstract(vm, v);
    release(vm, v);
    return abstract == 0 || (abstract > 0 && set_add(vm, names, name));
}

static bool add_inherited(struct Interpreter *vm, Value class, Value base, Value names)
{
    Value inherited = object_lookup_attribute(vm, base, NAME(vm, __abstractmethods__));
    if (is_empty(inherited) || is_absent(inherited))
        return !is_empty(inherited);
    Value list = list_from_iterable(vm, inherited);
    release(vm, inherited);
    bool good = !is_empty(list);
    for (size_t i = 0; good && i < as_list(list)->length; i++)
        good = add_inherited_name(vm, class, as_list(list)->items[i], names);
    release_maybe(vm, list);
    return good;
}

static bool find_abstract_methods(struct Interpreter *vm, Value class)
{
    Value names = set_new(vm, TYPE_set), bases = retain(as_type(class)->bases);
    bool good = !is_empty(names) && add_own(vm, class, names);
    for (size_t i = 0; good && i < tuple_length(bases); i++)
        good = add_inherited(vm, class, as_tuple(bases)->items[i], names);
    Value frozen = good ? set_from_iterable(vm, TYPE_frozenset, names) : EMPTY;
    good = !is_empty(frozen) && object_set_attribute(vm, class, NAME(vm, __abstractmethods__), frozen);
    release_maybe(vm, frozen);
    release(vm, bases);
    release_maybe(vm, names);
    return good;
}

enum { FLAG_SEQUENCE = 1 << 5, FLAG_MAPPING = 1 << 6 }; /* as __abc_tpflags__ has them */

/* collections.abc.Sequence and Mapping say so themselves: their instances match the patterns. */
static bool read_pattern_flags(struct Interpreter *vm, struct Type *class)
{
    Value name = string_intern_cstring(vm, "__abc_tpflags__");
    if (is_empty(name))
        return false;
    Value flags = dict_peek(vm, class->dict, name);
    bool good = true;
    if (!is_absent(flags) && is_small_int(flags)) {
        int64_t pattern = small_int(flags) & (FLAG_SEQUENCE | FLAG_MAPPING);
        good = pattern != (FLAG_SEQUENCE | FLAG_MAPPING);
        if (!good)
            raise_type_error(vm, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
        if (good && pattern != 0)
            class->flags &= ~(uint32_t)(TYPE_SEQUENCE | TYPE_MAPPING);
        class->flags |= (uint32_t)(good && pattern & FLAG_SEQUENCE ? TYPE_SEQUENCE : 0) |
                        (uint32_t)(good && pattern & FLAG_MAPPING ? TYPE_MAPPING : 0);
        good = good && object_set_attribute(vm, type_value(class), name, EMPTY);
    }
    release(vm, name);
    return good;
}

static Value abc_init(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_type(args[0]) || !type_ready(vm, as_type(args[0])))
        return error_pending(vm) ? EMPTY : raise_type_error(vm, "_abc_init expected a class, not %T", args[0]);
    if (!find_abstract_methods(vm, args[0]))
        return EMPTY;
    struct Object *data = object_allocate(vm, builtin_type(vm, TYPE_abc_data), sizeof(struct AbstractData));
    if (data == NULL)
        return EMPTY;
    ((struct AbstractData *)data)->negative_version = vm->abc_registrations;
    bool done = object_set_attribute(vm, args[0], NAME(vm, _abc_impl), value_from_object(data)) &&
                read_pattern_flags(vm, as_type(args[0]));
    object_release(vm, data);
    return done ? VALUE_NONE : EMPTY;
}

/* ---- Registering ------------------------------------------------------- */

static void set_pattern_flags(struct Type *class, uint32_t flags)
{
    if (class->flags & TYPE_IMMUTABLE || (class->flags & (TYPE_SEQUENCE | TYPE_MAPPING)) == flags)
        return;
    class->flags = (class->flags & ~(uint32_t)(TYPE_SEQUENCE | TYPE_MAPPING)) | flags;
    for (uint32_t i = 0; i < class->subclass_count; i++)
        set_pattern_flags(class->subclasses[i], flags);
}

static Value abc_register(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value self = args[0], subclass = args[1];
    if (!is_type(subclass))
        return raise_type_error(vm, "Can only register classes");
    int known = object_is_subclass(vm, subclass, self);
    if (known != 0)
        return known > 0 ? retain(subclass) : EMPTY;
    int cycle = object_is_subclass(vm, self, subclass);
    if (cycle != 0)
        return cycle > 0 ? raise_error(vm, TYPE_RuntimeError, "Refusing to create an inheritance cycle") : EMPTY;
    struct AbstractData *data = data_of(vm, self);
    if (data == NULL)
        return EMPTY;
    bool done = remember(vm, data, &data->registry, subclass);
    object_release(vm, data);
    if (!done)
        return EMPTY;
    vm->abc_registrations++;
    if (is_type(self) && as_type(self)->flags & (TYPE_SEQUENCE | TYPE_MAPPING))
        set_pattern_flags(as_type(subclass), as_type(self)->flags & (TYPE_SEQUENCE | TYPE_MAPPING));
    return retain(subclass);
}

/* ---- Asking ------------------------------------------------------------ */

enum Answer { ANSWER_ERROR = -1, ANSWER_NO, ANSWER_YES, ANSWER_UNKNOWN };

static enum Answer ask_caches(struct Interpreter *vm, struct AbstractData *data, Value subclass)
{
    int found = remembers(vm, data->cache, subclass);
    if (found != 0)
        return found < 0 ? ANSWER_ERROR : ANSWER_YES;
    if (data->negative_version < vm->abc_registrations) {
        data->negative_version = vm->abc_registrations;
        slot_clear(vm, data, &data->negative_cache);
        return ANSWER_UNKNOWN;
    }
    found = remembers(vm, data->negative_cache, subclass);
    return found < 0 ? ANSWER_ERROR : found ? ANSWER_NO : ANSWER_UNKNOWN;
}

static enum Answer ask_hook(struct Interpreter *vm, Value self, Value subclass)
{
    Value hook = object_get_attribute(vm, self, NAME(vm, __subclasshook__));
    if (is_empty(hook))
        return ANSWER_ERROR;
    Value said = object_call_1(vm, hook, subclass);
    release(vm, hook);
    if (is_empty(said))
        return ANSWER_ERROR;
    if (is_bool(said))
        return is_true(said) ? ANSWER_YES : ANSWER_NO;
    bool undecided = is_not_implemented(said);
    release(vm, said);
    if (undecided)
        return ANSWER_UNKNOWN;
    raise_error(vm, TYPE_AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
    return ANSWER_ERROR;
}

static enum Answer ask_bases(struct Interpreter *vm, Value self, Value subclass)
{
    if (!type_ready(vm, as_type(subclass)))
        return ANSWER_ERROR;
    const struct Tuple *mro = as_tuple(as_type(subclass)->mro);
    for (size_t i = 0; i < mro->length; i++)
        if (value_same(mro->items[i], self))
            return ANSWER_YES;
    return ANSWER_UNKNOWN;
}

static enum Answer ask_registry(struct Interpreter *vm, struct AbstractData *data, Value subclass)
{
    if (is_empty(data->registry))
        return ANSWER_UNKNOWN;
    Value references = list_from_iterable(vm, data->registry);
    enum Answer answer = is_empty(references) ? ANSWER_ERROR : ANSWER_UNKNOWN;
    for (size_t i = 0; answer == ANSWER_UNKNOWN && i < as_list(references)->length; i++) {
        Value registered = weakref_target(as_list(references)->items[i]);
        int found = is_none(registered) ? 0 : object_is_subclass(vm, subclass, registered);
        release(vm, registered);
        answer = found < 0 ? ANSWER_ERROR : found ? ANSWER_YES : ANSWER_UNKNOWN;
    }
    release_maybe(vm, references);
    return answer;
}

static enum Answer ask_subclasses(struct Interpreter *vm, Value self, Value subclass)
{
    Value name = string_intern_cstring(vm, "__subclasses__");
    if (is_empty(name))
        return ANSWER_ERROR;
    Value list = object_call_method(vm, name, &self, 1);
    release(vm, name);
    if (!is_empty(list) && !is_list(vm, list)) {
        release(vm, list);
        raise_type_error(vm, "__subclasses__() must return a list");
        return ANSWER_ERROR;
    }
    enum Answer answer = is_empty(list) ? ANSWER_ERROR : ANSWER_UNKNOWN;
    for (size_t i = 0; answer == ANSWER_UNKNOWN && i < as_list(list)->length; i++) {
        Value derived = retain(as_list(list)->items[i]);
        int found = object_is_subclass(vm, subclass, derived);
        release(vm, derived);
        answer = found < 0 ? ANSWER_ERROR : found ? ANSWER_YES : ANSWER_UNKNOWN;
    }
    release_maybe(vm, list);
    return answer;
}

static enum Answer ask_everybody(struct Interpreter *vm, struct AbstractData *data, Value self, Value subclass)
{
    enum Answer answer = ask_hook(vm, self, subclass);
    if (answer == ANSWER_UNKNOWN)
        answer = ask_bases(vm, self, subclass);
    if (answer == ANSWER_UNKNOWN)
        answer = ask_registry(vm, data, subclass);
    if (answer == ANSWER_UNKNOWN)
        answer = ask_subclasses(vm, self, subclass);
    if (answer == ANSWER_ERROR)
        return answer;
    Value *slot = answer == ANSWER_YES ? &data->cache : &data->negative_cache;
    return !remember(vm, data, slot, subclass) ? ANSWER_ERROR : answer == ANSWER_YES ? ANSWER_YES : ANSWER_NO;
}

static Value abc_subclasscheck(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_type(args[1]))
        return raise_type_error(vm, "issubclass() arg 1 must be a class");
    struct AbstractData *data = data_of(vm, args[0]);
    if (data == NULL)
        return EMPTY;
    enum Answer answer = ask_caches(vm, data, args[1]);
    if (answer == ANSWER_UNKNOWN && vm_enter_recursion(vm, " in __subclasscheck__")) {
        answer = ask_everybody(vm, data, args[0], args[1]);
        vm_leave_recursion(vm);
    }
    object_release(vm, data);
    return error_pending(vm) ? EMPTY : value_from_bool(answer == ANSWER_YES);
}

static Value ask_class(struct Interpreter *vm, Value self, Value subclass)
{
    const Value args[] = {self, subclass};
    return object_call_method(vm, NAME(vm, __subclasscheck__), args, 2);
}

/* By what the instance says its class is, and by its type where that is another. */
static Value check_instance(struct Interpreter *vm, struct AbstractData *data, Value self, Value instance, Value claimed)
{
    int found = remembers(vm, data->cache, claimed);
    if (found != 0)
        return found < 0 ? EMPTY : VALUE_TRUE;
    Value type = type_value(value_type(vm, instance));
    if (value_same(type, claimed)) {
        if (data->negative_version == vm->abc_registrations) {
            found = remembers(vm, data->negative_cache, claimed);
            if (found != 0)
                return found < 0 ? EMPTY : VALUE_FALSE;
        }
        return ask_class(vm, self, claimed);
    }
    Value answer = ask_class(vm, self, claimed);
    int truth = is_empty(answer) ? -1 : object_truth(vm, answer);
    if (truth > 0)
        return answer;
    release_maybe(vm, answer);
    if (truth < 0)
        return EMPTY;
    retain(type);
    answer = ask_class(vm, self, type);
    release(vm, type);
    return answer;
}

static Value abc_instancecheck(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct AbstractData *data = data_of(vm, args[0]);
    if (data == NULL)
        return EMPTY;
    Value claimed = object_get_attribute(vm, args[1], NAME(vm, __class__)), answer = EMPTY;
    if (!is_empty(claimed)) {
        answer = check_instance(vm, data, args[0], args[1], claimed);
        release(vm, claimed);
    }
    object_release(vm, data);
    return answer;
}

/* ---- For debugging ----------------------------------------------------- */

static Value get_cache_token(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return value_from_small_int((int64_t)vm->abc_registrations);
}

static Value reset(struct Interpreter *vm, Value class, bool registry)
{
    struct AbstractData *data = data_of(vm, class);
    if (data == NULL)
        return EMPTY;
    if (registry) {
        slot_clear(vm, data, &data->registry);
    } else {
        slot_clear(vm, data, &data->cache);
        slot_clear(vm, data, &data->negative_cache);
    }
    object_release(vm, data);
    return VALUE_NONE;
}

static Value reset_registry(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return reset(vm, args[0], true);
}

static Value reset_caches(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return reset(vm, args[0], false);
}

static Value copy_set(struct Interpreter *vm, Value set)
{
    return is_empty(set) ? set_new(vm, TYPE_set) : set_from_iterable(vm, TYPE_set, set);
}

static Value get_dump(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct AbstractData *data = data_of(vm, args[0]);
    if (data == NULL)
        return EMPTY;
    Value sets[ABSTRACT_SETS] = {copy_set(vm, data->registry), EMPTY, EMPTY}, dump = EMPTY;
    if (!is_empty(sets[0]))
        sets[1] = copy_set(vm, data->cache);
    if (!is_empty(sets[1]))
        sets[2] = copy_set(vm, data->negative_cache);
    if (!is_empty(sets[2]))
        dump = tuple_pack(vm, 4, sets[0], sets[1], sets[2], value_from_small_int((int64_t)data->negative_version));
    for (size_t i = 0; i < ABSTRACT_SETS; i++)
        release_maybe(vm, sets[i]);
    object_release(vm, data);
    return dump;
}

static const struct NativeMethod abc_functions[] = {
    FUNCTION("get_cache_token", get_cache_token, 0, 0, "",
             "Returns the current ABC cache token: it changes with every call to register() on any ABC."),
    FUNCTION("_abc_init", abc_init, 1, 1, "self, /", "Internal ABC helper for class set-up."),
    FUNCTION("_reset_registry", reset_registry, 1, 1, "self, /", "Internal ABC helper to reset registry of a given class."),
    FUNCTION("_reset_caches", reset_caches, 1, 1, "self, /", "Internal ABC helper to reset both caches of a given class."),
    FUNCTION("_get_dump", get_dump, 1, 1, "self, /", "Internal ABC helper for cache and registry debugging."),
    FUNCTION("_abc_register", abc_register, 2, 2, "self, subclass, /", "Internal ABC helper for subclass registration."),
    FUNCTION("_abc_instancecheck", abc_instancecheck, 2, 2, "self, instance, /", "Internal ABC helper for instance checks."),
    FUNCTION("_abc_subclasscheck", abc_subclasscheck, 2, 2, "self, subclass, /", "Internal ABC helper for subclass checks."),
    METHODS_END,
};

static void data_traverse(struct Object *self, VisitFunction visit, void *context)
{
    values_traverse(self, ABSTRACT_SETS, visit, context);
}

static Value data_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    return values_take(vm, self, ABSTRACT_SETS, cursor);
}

const struct TypeSpec abc_data_type_spec = {
    .name = "_abc._abc_data",
    .documentation = "Internal state held by ABC machinery.",
    .instance_size = sizeof(struct AbstractData),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = data_traverse, .take = data_take, .kind = OBJECT_CONTAINER},
};

const struct ModuleSpec _abc_module_spec = {
    .name = "_abc",
    .documentation = "Module contains faster C implementation of abc.ABCMeta",
    .functions = abc_functions,
};
